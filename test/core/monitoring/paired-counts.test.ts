import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countPairs } from '../../../src/core/monitoring/paired-counts.ts';
import { columnFromCells } from '../../../src/core/table/from-rows.ts';

test('counts stand over the union of values in ascending order', () => {
  const counts = countPairs(columnFromCells([3, 1, 3]), columnFromCells([2, 3]));
  expect(counts).toEqual({
    values: Float64Array.of(1, 2, 3),
    reference: Float64Array.of(1, 0, 2),
    current: Float64Array.of(0, 1, 1),
    nReference: 3,
    nCurrent: 2,
  });
});

test('nulls, NaN and infinities are left out', () => {
  const counts = countPairs(
    columnFromCells([null, 0.5, Number.NaN]),
    columnFromCells([Number.POSITIVE_INFINITY, 0.5]),
  );
  expect([counts.nReference, counts.nCurrent]).toEqual([1, 1]);
});

test('texts of both columns share one ranking, whatever their dictionaries', () => {
  const counts = countPairs(columnFromCells(['DSL', 'Fiber']), columnFromCells(['Fiber', null, 'Cable']));
  expect([...counts.reference]).toEqual([0, 1, 1]);
  expect([...counts.current]).toEqual([1, 0, 1]);
});

test('all counts add up to the sizes', () => {
  const cells = fc.array(fc.option(fc.integer({ min: -3, max: 3 })), { minLength: 1 });
  fc.assert(
    fc.property(cells, cells, (reference, current) => {
      const counts = countPairs(columnFromCells(reference), columnFromCells(current));
      const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
      expect(sum(counts.reference)).toBe(reference.filter((cell) => cell !== null).length);
      expect(sum(counts.current)).toBe(counts.nCurrent);
    }),
  );
});
