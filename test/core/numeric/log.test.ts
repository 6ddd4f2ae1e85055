import fc from 'fast-check';
import { expect, test } from 'vitest';
import { log, log1p } from '../../../src/core/numeric/log.ts';
import { exactExp, toFixedPoint, ulp } from './exact-exp.ts';

test('the error of log is below 1 ulp: e to the two neighbours of the result encloses x', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2 ** 53 }),
      fc.integer({ min: -90, max: 0 }),
      (digits, exponent) => {
        const x = digits * 2 ** exponent;
        const value = log(x);
        expect(exactExp(value - ulp(value))).toBeLessThanOrEqual(toFixedPoint(x));
        expect(exactExp(value + ulp(value))).toBeGreaterThanOrEqual(toFixedPoint(x));
      },
    ),
    { numRuns: 300 },
  );
});

test('the error of log1p is below 1 ulp, near 0 too', () => {
  fc.assert(
    fc.property(fc.double({ min: -1, max: 100, noNaN: true, minExcluded: true }), (any) => {
      const x = Math.round(any * 2 ** 80) / 2 ** 80;
      const value = log1p(x);
      const sum = toFixedPoint(1) + toFixedPoint(x);
      expect(exactExp(value - ulp(value))).toBeLessThanOrEqual(sum);
      expect(exactExp(value + ulp(value))).toBeGreaterThanOrEqual(sum);
    }),
    { numRuns: 300 },
  );
});

test('both agree with Math to 1 ulp over the whole range', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, minExcluded: true, noNaN: true, noDefaultInfinity: true }), (x) => {
      expect(Math.abs(log(x) - Math.log(x))).toBeLessThanOrEqual(ulp(Math.log(x)));
      expect(Math.abs(log1p(x) - Math.log1p(x))).toBeLessThanOrEqual(ulp(Math.log1p(x)));
    }),
    { numRuns: 20_000 },
  );
});

test.each([
  [0, Number.NEGATIVE_INFINITY],
  [1, 0],
  [-1, Number.NaN],
  [Number.NaN, Number.NaN],
  [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  [Number.MIN_VALUE, -744.4400719213812],
])('log(%d) is %d', (x, expected) => {
  expect(log(x)).toBe(expected);
});

test.each([
  [-1, Number.NEGATIVE_INFINITY],
  [-0, -0],
  [-2, Number.NaN],
  [Number.MIN_VALUE, Number.MIN_VALUE],
  [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
])('log1p(%d) is %d', (x, expected) => {
  expect(log1p(x)).toBe(expected);
});
