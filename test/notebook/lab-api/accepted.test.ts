import { expect, it } from 'vitest';
import { fromRows } from '../../../src/core/table/from-rows.ts';
import { toRows } from '../../../src/core/table/to-rows.ts';
import { loadDanfo } from '../../../src/headless/danfo.ts';
import { toFeatures, toNumbers, toTable, toVector } from '../../../src/notebook/lab-api/accepted.ts';

const { DataFrame } = loadDanfo();

it('takes NaN in a DataFrame for a missing value, as pandas does, and in rows for itself', () => {
  const frame = new DataFrame({ n: [1, Number.NaN], text: ['a', null], yes: [true, false] });
  expect(toRows(toTable(frame))).toEqual([
    { n: 1, text: 'a', yes: true },
    { n: null, text: null, yes: false },
  ]);
  expect(toRows(toTable([{ n: Number.NaN }]))).toEqual([{ n: Number.NaN }]);
});

it('takes number rows and typed rows for a matrix, and a matrix as it is', () => {
  const matrix = { data: Float64Array.of(1, 2, 3, 4), nRows: 2, nCols: 2 };
  expect(toFeatures(matrix)).toBe(matrix);
  expect(
    toFeatures([
      [1, 2],
      [3, 4],
    ]),
  ).toEqual(matrix);
  expect(toFeatures([Float32Array.of(1, 2), Float32Array.of(3, 4)] as never)).toEqual(matrix);
});

it('takes a missing cell of number rows for NaN, never for zero', () => {
  expect(toFeatures([[null, 1, undefined, true]] as never)).toMatchObject({
    data: Float64Array.of(Number.NaN, 1, Number.NaN, 1),
  });
});

it('takes a plain list of numbers as the data of a matrix', () => {
  const matrix = { data: [1, 0, null, true], nRows: 2, nCols: 2 };
  expect(toFeatures(matrix as never)).toEqual({
    data: Float64Array.of(1, 0, Number.NaN, 1),
    nRows: 2,
    nCols: 2,
  });
});

it('takes rows of one value for a vector', () => {
  expect(toVector([['a'], ['b']] as never, 'y')).toEqual(['a', 'b']);
});

it('takes a vector from an array, a Series, or a table of one column', () => {
  const table = fromRows([{ y: true }, { y: false }]);
  const series = new DataFrame({ y: [true, false] }).column('y');
  for (const form of [[true, false], table, series]) expect(toVector(form, 'y')).toEqual([true, false]);
  expect(toNumbers(table, 'y')).toEqual(Float64Array.of(1, 0));
  expect(toNumbers(Uint8Array.of(1, 0), 'y')).toEqual(Float64Array.of(1, 0));
});

it.each<[string, () => unknown, string]>([
  ['null', () => toTable(null as never), 'null is no table'],
  ['a text', () => toTable('users' as never), "'users' is no table"],
  ['a promise', () => toTable(Promise.resolve([]) as never), 'the table is a promise'],
  ['rows of other lengths', () => toFeatures([[1, 2], [3]]), 'row 2 has 1 values, row 1 has 2'],
  ['texts among rows of numbers', () => toFeatures([[1, '2']] as never), "row 1 has '2' at position 2"],
  ['a vector of two columns', () => toVector([{ a: 1, b: 2 }], 'y'), 'y is a table of 2 columns'],
  [
    'a hole among rows of numbers',
    () => toFeatures(new Array(1).concat([[1]]) as never),
    '[null,[1]] is no table',
  ],
  [
    'a hole among rows',
    () => toTable(new Array(1).concat([{ a: 1 }]) as never),
    '[null,{"a":1}] is no table',
  ],
  [
    'a matrix of −1 rows',
    () => toFeatures({ data: new Float64Array(), nRows: -1, nCols: 0 }),
    'matrix of -1 × 0',
  ],
  [
    'a matrix without numbers',
    () => toFeatures({ data: 5, nRows: 1, nCols: 1 } as never),
    'the data of a matrix is 5',
  ],
  [
    'a matrix as labels',
    () => toVector([[0, 1]] as never, 'y'),
    'y should be a 1d array, but row 1 has 2 values',
  ],
  ['objects as labels', () => toVector([1, { a: 1 }] as never, 'y'), 'y holds {"a":1} in row 2'],
  ['a missing label', () => toVector([1, null as never], 'y'), 'y has no value in row 2'],
  ['texts as scores', () => toNumbers(['a'], 'yScore'), "yScore holds 'a' in row 1"],
])('refuses %s', (_, call, message) => {
  expect(call).toThrow(expect.objectContaining({ message, hint: expect.stringMatching(/./) }));
});
