import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exp } from '../../../src/core/numeric/exp.ts';
import { exactExp, toFixedPoint, ulp } from './exact-exp.ts';

test('the error is below 1 ulp of the exact value', () => {
  fc.assert(
    fc.property(fc.oneof(within(-1, 1), within(-60, 60)), (x) => {
      const value = exp(x);
      const error = toFixedPoint(value) - exactExp(x);
      expect(error < 0n ? -error : error).toBeLessThan(toFixedPoint(ulp(value)));
    }),
    { numRuns: 500 },
  );
});

test('it agrees with Math.exp to 1 ulp over the whole range, subnormal results included', () => {
  fc.assert(
    fc.property(within(-746, 710), (x) => {
      const expected = Math.exp(x);
      if (expected === Number.POSITIVE_INFINITY) expect(exp(x)).toBe(expected);
      else expect(Math.abs(exp(x) - expected)).toBeLessThanOrEqual(ulp(expected));
    }),
    { numRuns: 20_000 },
  );
});

test.each([
  [0, 1],
  [-0, 1],
  [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  [Number.NEGATIVE_INFINITY, 0],
  [Number.NaN, Number.NaN],
  [710, Number.POSITIVE_INFINITY],
  [-746, 0],
  [-745, Number.MIN_VALUE],
])('exp(%d) is %d', (x, expected) => {
  expect(exp(x)).toBe(expected);
});

function within(min: number, max: number): fc.Arbitrary<number> {
  return fc.double({ min, max, noNaN: true }).map((x) => Math.round(x * 2 ** 40) / 2 ** 40);
}
