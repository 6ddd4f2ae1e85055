import { expect, test } from 'vitest';
import { upperGamma } from '../../../src/core/monitoring/incomplete-gamma.ts';

test('two halves are the exponential function', () => {
  for (const x of [0.01, 1, 5, 40]) expect(upperGamma(2, x) / Math.exp(-x)).toBeCloseTo(1, 12);
});

test('one half is the two-sided normal tail', () => {
  expect(upperGamma(1, 1.959963984540054 ** 2 / 2)).toBeCloseTo(0.05, 13);
});

test('each further whole adds the next term of the Poisson sum', () => {
  expect(upperGamma(6, 2)).toBeCloseTo(Math.exp(-2) * (1 + 2 + 2), 14);
});

test('the ends are 1 and 0', () => {
  expect([upperGamma(3, 0), upperGamma(3, Number.POSITIVE_INFINITY)]).toEqual([1, 0]);
});
