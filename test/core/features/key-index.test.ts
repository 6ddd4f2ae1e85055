import fc from 'fast-check';
import { expect, it } from 'vitest';
import { indexKeys } from '../../../src/core/features/key-index.ts';
import { columnFromCells } from '../../../src/core/table/from-rows.ts';

it('tells composite keys apart that read the same as one text', () => {
  const columns = [columnFromCells([1, 12]), columnFromCells([23, 3])];
  expect(indexKeys(columns, 2).ids).toEqual(Int32Array.of(0, 1));
});

it('finds texts of another dictionary, and only whole tuples', () => {
  const index = indexKeys([columnFromCells(['a', 'b', 'a']), columnFromCells([1, 1, 2])], 3);
  const wanted = [columnFromCells(['c', 'b', 'a', 'b']), columnFromCells([1, 1, 2, 2])];
  expect(index.find(wanted, 4)).toEqual(Int32Array.of(-1, 1, 2, -1));
});

it('puts all rows under one key when there is no key column', () => {
  const index = indexKeys([], 2);
  expect(index).toMatchObject({ nKeys: 1, ids: Int32Array.of(0, 0) });
  expect(index.find([], 3)).toEqual(Int32Array.of(0, 0, 0));
});

it('never matches null keys, unless they are to equal each other', () => {
  const column = columnFromCells([null, 'a', null]);
  expect(indexKeys([column], 3).ids).toEqual(Int32Array.of(-1, 0, -1));
  const matching = indexKeys([column], 3, { nullsMatch: true });
  expect(matching.ids).toEqual(Int32Array.of(1, 0, 1));
  expect(matching.find([columnFromCells(['b', null])], 2)).toEqual(Int32Array.of(-1, 1));
});

it('equals comparing tuples as JSON, for any texts, numbers and nulls', () => {
  const text = fc.option(fc.string({ maxLength: 2 }), { freq: 6 });
  const number = fc.option(fc.oneof(fc.integer({ min: 0, max: 3 }), fc.double({ noNaN: true })), { freq: 6 });
  const tuples = fc.array(fc.tuple(text, number, text), { minLength: 1, maxLength: 25 });
  fc.assert(
    fc.property(tuples, tuples, fc.boolean(), (rows, wanted, nullsMatch) => {
      const index = indexKeys(columnsOf(rows), rows.length, { nullsMatch });
      const nameOf = (row: readonly unknown[]): string | null =>
        !nullsMatch && row.includes(null) ? null : JSON.stringify(row.map((cell) => (cell === 0 ? 0 : cell)));
      const find = (row: readonly unknown[]): number => {
        const name = nameOf(row);
        return name === null ? -1 : rows.findIndex((other) => nameOf(other) === name);
      };
      const firstRows = rows.map(find);
      expect([...index.find(columnsOf(wanted), wanted.length)].map((id) => index.ids.indexOf(id))).toEqual(
        wanted.map(find).map((row) => (row < 0 ? index.ids.indexOf(-1) : row)),
      );
      expect([...index.ids].map((id) => (id < 0 ? -1 : index.ids.indexOf(id)))).toEqual(firstRows);
    }),
  );
});

function columnsOf(rows: readonly (readonly [unknown, unknown, unknown])[]) {
  return (['string', 'float64', 'string'] as const).map((dtype, i) =>
    columnFromCells(
      rows.map((row) => row[i]),
      { dtype },
    ),
  );
}
