import { expect, it } from 'vitest';
import { columnFromCells } from '../../../../src/core/table/from-rows.ts';
import {
  type FillValue,
  type ImputerStrategy,
  learnFillValue,
} from '../../../../src/core/training/transformers/fill-value.ts';

const learn = (cells: readonly unknown[], strategy: ImputerStrategy, constant: FillValue | null = null) =>
  learnFillValue(columnFromCells(cells), strategy, { name: 'x', constant, rowMajor: false });

it.each<[readonly unknown[], ImputerStrategy, FillValue | null]>([
  [[1, 2, null, 6], 'mean', 3],
  [[1.5, Number.NaN, 2.5], 'mean', 2],
  [[5, 1, null, 3], 'median', 3],
  [[4, 1, 3, 2], 'median', 2.5],
  [[true, true, false], 'mean', 2 / 3],
  [['b', 'a', 'b', 'a', null], 'most_frequent', 'a'],
  [[2, 1, 2, 1, 3], 'most_frequent', 1],
  [[true, false], 'most_frequent', false],
  [['a', null], 'constant', 'missing_value'],
  [[1, null], 'constant', 0],
  [[null, null], 'mean', null],
  [[null], 'median', null],
  [[Number.NaN], 'most_frequent', null],
])('of %j the %s is %j', (cells, strategy, value) => {
  expect(learn(cells, strategy)).toBe(value);
});

it.each<[readonly unknown[], ImputerStrategy, FillValue | null, string]>([
  [
    ['a'],
    'mean',
    null,
    "Cannot use mean strategy with non-numeric data: could not convert string to float: 'a'",
  ],
  [['a'], 'median', null, 'Cannot use median strategy with non-numeric data'],
  [['a'], 'constant', 5, "fillValue 5 cannot be cast to column 'x', which is string"],
  [[1], 'constant', 'none', "fillValue 'none' cannot be cast to column 'x', which is int64"],
  [[true], 'constant', null, "fillValue 'missing_value' cannot be cast to column 'x', which is bool"],
])('of %j the %s with %j is refused', (cells, strategy, constant, message) => {
  expect(() => learn(cells, strategy, constant)).toThrow(
    expect.objectContaining({ name: 'ValueError', message: expect.stringContaining(message) }),
  );
});
