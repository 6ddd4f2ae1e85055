import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LbfgsOptions, minimizeLbfgs } from '../../../../src/core/numeric/lbfgs/minimize-lbfgs.ts';

const options: LbfgsOptions = { maxIterations: 200, gradientTolerance: 1e-8, valueTolerance: 0 };

test('the valley of Rosenbrock is followed to its minimum in as many iterations as SciPy 1.17 takes', () => {
  const result = minimizeLbfgs(rosenbrock, Float64Array.of(-1.2, 1), { ...options, valueTolerance: 1e-16 });
  expect(result.reason).toBe('gradient');
  expect(result.nIterations).toBe(38);
  expect(result.point[0]).toBeCloseTo(1, 8);
  expect(result.point[1]).toBeCloseTo(1, 8);
});

test('the minimum of a sum of weighted squares is found from anywhere', () => {
  const numbers = fc.array(fc.tuple(within(0.1, 50), within(-9, 9), within(-9, 9)), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(numbers, (terms) => {
      const objective = (point: Float64Array) => ({
        value: terms.reduce((sum, [w, centre], i) => sum + (w / 2) * (point[i]! - centre) ** 2, 0),
        gradient: Float64Array.from(terms, ([w, centre], i) => w * (point[i]! - centre)),
      });
      const start = Float64Array.from(terms, ([, , first]) => first);
      const { point } = minimizeLbfgs(objective, start, options);
      terms.forEach(([, centre], i) => {
        expect(point[i]).toBeCloseTo(centre, 6);
      });
    }),
  );
});

test('a start at the minimum takes no iteration', () => {
  const result = minimizeLbfgs(rosenbrock, Float64Array.of(1, 1), options);
  expect(result).toMatchObject({ nIterations: 0, reason: 'gradient' });
});

test('it stops after the iterations allowed and reports each one', () => {
  const seen: number[] = [];
  const limited = { ...options, maxIterations: 3, onIteration: (n: number) => seen.push(n) };
  expect(minimizeLbfgs(rosenbrock, Float64Array.of(-1.2, 1), limited).reason).toBe('iterations');
  expect(seen).toEqual([1, 2, 3]);
});

test('a gradient of the wrong sign ends where it started, as in SciPy', () => {
  const wrong = (point: Float64Array) => ({
    value: point[0]! * point[0]!,
    gradient: Float64Array.of(-2 * point[0]!),
  });
  const result = minimizeLbfgs(wrong, Float64Array.of(1), options);
  expect(result).toEqual({ point: Float64Array.of(1), nIterations: 1, reason: 'value' });
});

test('a function that is not a number anywhere but at the start ends in the line search', () => {
  let calls = 0;
  const broken = () => ({ value: calls++ === 0 ? 1 : Number.NaN, gradient: Float64Array.of(1) });
  const result = minimizeLbfgs(broken, Float64Array.of(0), options);
  expect(result).toEqual({ point: Float64Array.of(0), nIterations: 0, reason: 'line-search' });
});

function rosenbrock(point: Float64Array) {
  const [x, y] = [point[0]!, point[1]!];
  const off = y - x * x;
  return {
    value: 100 * off * off + (1 - x) * (1 - x),
    gradient: Float64Array.of(-400 * x * off - 2 * (1 - x), 200 * off),
  };
}

function within(min: number, max: number): fc.Arbitrary<number> {
  return fc.double({ min, max, noNaN: true });
}
