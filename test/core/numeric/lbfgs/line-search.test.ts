import fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchAlongLine } from '../../../../src/core/numeric/lbfgs/line-search.ts';
import { readVectors } from '../../../parity/read-vectors.ts';

interface LineSearchCase {
  readonly polynomial: readonly [number, number, number, number];
  readonly first: number;
  readonly steps: number[];
}

type Curve = (step: number) => { value: number; slope: number };

test('60 searches try the very steps that MINPACK-2 in SciPy tries', async () => {
  const { lineSearches } = await readVectors<{ lineSearches: LineSearchCase[] }>('logistic.json');
  expect(lineSearches.length).toBe(60);
  for (const { polynomial, first, steps } of lineSearches) {
    const [a, b, c, d] = polynomial;
    const tried: number[] = [];
    search((t) => {
      if (t !== 0) tried.push(t);
      return {
        value: a * t * t * t * t + b * t * t * t + c * t * t - d * t,
        slope: 4 * a * t * t * t + 3 * b * t * t + 2 * c * t - d,
      };
    }, first);
    expect(tried).toEqual(steps);
  }
});

test('on a convex curve the step lowers the value enough and flattens the slope enough', () => {
  const quartics = fc.tuple(within(0.1, 5), within(0, 3), within(0.01, 10), within(0.01, 20));
  fc.assert(
    fc.property(quartics, ([a, b, c, firstStep]) => {
      const curve: Curve = (t) => ({
        value: a * t * t * t * t + b * t * t - c * t,
        slope: 4 * a * t * t * t + 2 * b * t - c,
      });
      const found = search(curve, firstStep)!;
      expect(found.value).toBeLessThanOrEqual(1e-3 * found.step * -c);
      expect(Math.abs(found.slope)).toBeLessThanOrEqual(0.9 * c);
    }),
    { numRuns: 500 },
  );
});

test('a first step that is good enough is taken as it is', () => {
  const steps: number[] = [];
  const found = search((t) => {
    steps.push(t);
    return { value: (t - 1) * (t - 1), slope: 2 * (t - 1) };
  }, 1.2);
  expect(found?.step).toBe(1.2);
  expect(steps).toEqual([0, 1.2]);
});

test('a line that descends for ever is followed to the largest step', () => {
  expect(search((t) => ({ value: -t, slope: -1 }), 1)?.step).toBe(1e10);
});

test('null where the evaluations do not suffice', () => {
  expect(search((t) => ({ value: t * t - 1e-9 * t, slope: 2 * t - 1e-9 }), 1e6, 1)).toBeNull();
});

function search(curve: Curve, firstStep: number, maxEvaluations = 50) {
  const at = (step: number) => ({ step, ...curve(step) });
  return searchAlongLine(at, at(0), { firstStep, maxEvaluations });
}

function within(min: number, max: number): fc.Arbitrary<number> {
  return fc.double({ min, max, noNaN: true });
}
