import { expect, test } from 'vitest';
import { kolmogorovTail } from '../../../src/core/monitoring/kolmogorov-tail.ts';

test('one row: the tail is 2 (1 − d) from one half on', () => {
  expect(kolmogorovTail(1, 0.4)).toBe(1);
  expect(kolmogorovTail(1, 0.75)).toBeCloseTo(0.5, 14);
});

test('two rows between a quarter and a half: 1 − 2 (2d − ½)²', () => {
  expect(kolmogorovTail(2, 0.4)).toBeCloseTo(1 - 2 * 0.3 ** 2, 14);
});

test('the matrix and the one-sided sum meet where the one takes over from the other', () => {
  const d = Math.sqrt(3 / 500);
  expect(kolmogorovTail(500, d - 1e-12)).toBeCloseTo(kolmogorovTail(500, d + 1e-12), 9);
});

test('nothing is further apart than 1', () => {
  expect(kolmogorovTail(10, 1)).toBe(0);
});
