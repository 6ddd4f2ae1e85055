import { expect, test } from 'vitest';
import { countPairs } from '../../../src/core/monitoring/paired-counts.ts';
import { wassersteinNormed } from '../../../src/core/monitoring/wasserstein.ts';
import { columnFromCells } from '../../../src/core/table/from-rows.ts';

test('a shift by one standard deviation of the reference is a distance of one', () => {
  const counts = countPairs(columnFromCells([0, 2, 4, 6]), columnFromCells([1, 3, 5, 7]));
  expect(wassersteinNormed(counts)).toBeCloseTo(1 / Math.sqrt(5), 15);
});

test('a constant reference is divided by 0.001, not by zero', () => {
  expect(wassersteinNormed(countPairs(columnFromCells([1, 1]), columnFromCells([2])))).toBeCloseTo(1000, 9);
});
