import { expect, it } from 'vitest';
import { type Column, cellAt, isNull } from '../../../src/core/table/column.ts';

const nulls = Uint8Array.of(0, 1);

it.each<[Column, unknown]>([
  [{ dtype: 'int64', values: Float64Array.of(2 ** 53 - 1, 0), nulls }, 2 ** 53 - 1],
  [{ dtype: 'float64', values: Float64Array.of(Number.NaN, 0), nulls }, Number.NaN],
  [{ dtype: 'bool', values: Uint8Array.of(0, 0), nulls }, false],
  [{ dtype: 'string', values: Int32Array.of(1, 0), dictionary: ['a', ''], nulls }, ''],
  // The fraction holds microseconds, which a Date cannot show.
  [{ dtype: 'timestamp', values: Float64Array.of(-0.25, 0), nulls }, new Date(0)],
])('reads a cell of %j, and null where the mask says so', (column, cell) => {
  expect([isNull(column, 0), isNull(column, 1)]).toEqual([false, true]);
  expect(cellAt(column, 0)).toEqual(cell);
  expect(cellAt(column, 1)).toBeNull();
});

it('has no nulls where there is no mask', () => {
  expect(isNull({ dtype: 'bool', values: Uint8Array.of(1), nulls: null }, 0)).toBe(false);
});
