import { expect, test } from 'vitest';
import { quantileOfSorted } from '../../../src/core/numeric/quantile.ts';

test.each([
  [[1, 2, 3, 4], 0, 1],
  [[1, 2, 3, 4], 1, 4],
  [[1, 2, 3, 4], 0.5, 2.5],
  [[1, 2, 3, 4], 0.25, 1.75],
  [[7], 0.3, 7],
  [[0, 10], 0.1, 1],
])('the values %j have the quantile at %d that numpy gives: %d', (sorted, q, expected) => {
  expect(quantileOfSorted(sorted, q)).toBe(expected);
});
