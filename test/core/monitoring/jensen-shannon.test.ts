import { expect, test } from 'vitest';
import { jensenShannonDistance } from '../../../src/core/monitoring/jensen-shannon.ts';
import { countPairs } from '../../../src/core/monitoring/paired-counts.ts';
import { columnFromCells } from '../../../src/core/table/from-rows.ts';

const LABELS = { binned: false, wholeNumbers: false };

test('half and half against nine to one is 0.31898', () => {
  const counts = countPairs(columnFromCells(['a', 'b']), columnFromCells([...Array(9).fill('a'), 'b']));
  expect(jensenShannonDistance(counts, LABELS)).toBeCloseTo(0.31898, 5);
});

test('equal samples are at distance zero, disjoint ones at the square root of log 2', () => {
  const same = countPairs(columnFromCells([1, 2]), columnFromCells([2, 1]));
  const disjoint = countPairs(columnFromCells([1]), columnFromCells([2]));
  expect(jensenShannonDistance(same, LABELS)).toBe(0);
  expect(jensenShannonDistance(disjoint, LABELS)).toBeCloseTo(Math.sqrt(Math.LN2), 15);
});

test('numbers with more than 20 distinct values are compared in bins', () => {
  const evens = Array.from({ length: 30 }, (_, i) => 2 * i);
  const counts = countPairs(columnFromCells(evens), columnFromCells(evens.map((value) => value + 1)));
  const options = { binned: true, wholeNumbers: true };
  expect(jensenShannonDistance(counts, LABELS)).toBeCloseTo(Math.sqrt(Math.LN2), 15);
  expect(jensenShannonDistance(counts, options)).toBeLessThan(0.2);
});
