import { expect, test } from 'vitest';
import { targetDrift } from '../../../src/core/monitoring/target-drift.ts';
import { columnFromCells } from '../../../src/core/table/from-rows.ts';

test('the absolute difference of the rates, nulls left out', () => {
  const reference = columnFromCells([true, false, false, false]);
  expect(targetDrift(reference, columnFromCells([true, true, null, false]))).toBeCloseTo(2 / 3 - 1 / 4, 15);
});

test('labels that are not known yet give NaN', () => {
  expect(targetDrift(columnFromCells([true]), null)).toBeNaN();
  expect(targetDrift(columnFromCells([null]), columnFromCells([true]))).toBeNaN();
});

test('labels that are neither booleans nor 0 and 1 are refused', () => {
  const good = columnFromCells([1, Number.NaN, 0]);
  expect(targetDrift(good, good)).toBe(0);
  expect(() => targetDrift(good, columnFromCells([0, 2]))).toThrow('the label in row 2 is 2');
  expect(() => targetDrift(columnFromCells(['yes', 'no']), good)).toThrow('labels are string');
});
