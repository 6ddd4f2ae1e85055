import { expect, test } from 'vitest';
import { chiSquarePValue } from '../../../src/core/monitoring/chi-square.ts';
import { countPairs } from '../../../src/core/monitoring/paired-counts.ts';
import { columnFromCells } from '../../../src/core/table/from-rows.ts';

test('the same shares give 1, whatever the sizes', () => {
  expect(
    chiSquarePValue(countPairs(columnFromCells(['a', 'b']), columnFromCells(['a', 'b', 'a', 'b']))),
  ).toBe(1);
});

test('a category that is new gives 0', () => {
  expect(chiSquarePValue(countPairs(columnFromCells(['a', 'b']), columnFromCells(['a', 'c'])))).toBe(0);
});

test('two degrees of freedom are the exponential tail', () => {
  const counts = countPairs(columnFromCells(['a', 'b', 'c']), columnFromCells(['a', 'a', 'a']));
  expect(chiSquarePValue(counts)).toBeCloseTo(Math.exp(-3), 15);
});
