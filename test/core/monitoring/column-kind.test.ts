import { expect, test } from 'vitest';
import { inferColumnKind } from '../../../src/core/monitoring/column-kind.ts';
import { columnFromCells } from '../../../src/core/table/from-rows.ts';

const range = (length: number) => Array.from({ length }, (_, i) => i);

test('whole numbers are labels up to 10 distinct values, numbers from 11 on', () => {
  expect(inferColumnKind(columnFromCells([...range(10), null]))).toBe('categorical');
  expect(inferColumnKind(columnFromCells(range(11)))).toBe('numerical');
});

test('floats are numbers, booleans labels', () => {
  expect(inferColumnKind(columnFromCells([0.5]))).toBe('numerical');
  expect(inferColumnKind(columnFromCells([true]))).toBe('categorical');
});

test('text is left out once more than half of its values are distinct', () => {
  expect(inferColumnKind(columnFromCells(['a', 'b', 'a', 'b', null]))).toBe('categorical');
  expect(inferColumnKind(columnFromCells(['u1', 'u2', 'u3', 'u3', null]))).toMatchObject({
    excluded: 'text',
  });
});

test('timestamps are left out', () => {
  expect(inferColumnKind(columnFromCells([new Date(0)]))).toMatchObject({ excluded: 'timestamp' });
});
