import fc from 'fast-check';
import { expect, it } from 'vitest';
import { columnFromCells } from '../../../../src/core/table/from-rows.ts';
import {
  encodeCategories,
  learnCategories,
  unknownCategories,
} from '../../../../src/core/training/transformers/categories.ts';

it.each([
  [
    ['b', 'a', 'B', null, 'a'],
    ['B', 'a', 'b', null],
    ['B', 'a', 'b', 'nan'],
  ],
  [
    [3, 1, 2],
    [1, 2, 3],
    ['1', '2', '3'],
  ],
  [
    [3, 1, null],
    [1, 3, null],
    ['1.0', '3.0', 'nan'],
  ],
  [
    [0.5, Number.NaN, -1],
    [-1, 0.5, null],
    ['-1.0', '0.5', 'nan'],
  ],
  [
    [true, false, null],
    [false, true, null],
    ['False', 'True', 'nan'],
  ],
  [
    ['\uFF5E', '\u{1F600}'],
    ['\uFF5E', '\u{1F600}'],
    ['\uFF5E', '\u{1F600}'],
  ],
])('the categories of %j are %j', (cells, values, texts) => {
  expect(learnCategories(columnFromCells(cells))).toEqual({ values, texts });
});

it('encodes every value of the column it was learnt from, and only those', () => {
  const cell = fc.option(fc.constantFrom('a', 'b', 'é', ''), { freq: 4 });
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1 }), fc.array(cell, { minLength: 1 }), (seen, asked) => {
      const { values } = learnCategories(columnFromCells(seen, { dtype: 'string' }));
      const column = columnFromCells(asked, { dtype: 'string' });
      const positions = encodeCategories(column, values);
      asked.forEach((value, row) => {
        expect(values[positions[row]!] ?? null).toBe(seen.includes(value) ? value : null);
        expect(positions[row] === -1).toBe(!seen.includes(value));
      });
      const unknown = [...new Set(asked.filter((value) => !seen.includes(value)))];
      expect(new Set(unknownCategories(column, positions))).toEqual(new Set(unknown));
    }),
  );
});

it('takes true for 1 and false for 0, as Python does', () => {
  expect([...encodeCategories(columnFromCells([true, false]), [0, 1])]).toEqual([1, 0]);
});
