import fc from 'fast-check';
import { expect, it } from 'vitest';
import { areaUnderCurve } from '../../../src/core/evaluation/area-under-curve.ts';

it('is the area of the trapezoids, in either direction of x', () => {
  expect(areaUnderCurve(Float64Array.of(0, 0.5, 1), Float64Array.of(0, 1, 1))).toBe(0.75);
  const points = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 2, maxLength: 30 });
  fc.assert(
    fc.property(points, (drawn) => {
      const sorted = [...drawn].sort(([a], [b]) => a - b);
      const x = Float64Array.from(sorted, ([a]) => a);
      const y = Float64Array.from(sorted, ([, b]) => b);
      const expected = sorted
        .slice(1)
        .reduce((sum, [a, b], i) => sum + ((a - sorted[i]![0]) * (b + sorted[i]![1])) / 2, 0);
      expect(areaUnderCurve(x, y)).toBeCloseTo(expected, 6);
      expect(areaUnderCurve(x.toReversed(), y.toReversed())).toBeCloseTo(expected, 6);
    }),
  );
});

it.each([
  [[0], 'an area needs at least 2 points, not 1'],
  [[0, 1, 0.5], 'x is neither increasing nor decreasing'],
])('of %j is refused', (x, message) => {
  const values = Float64Array.from(x);
  expect(() => areaUnderCurve(values, values)).toThrow(
    expect.objectContaining({ name: 'ValueError', message }),
  );
});
