import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromRows } from '../../../src/core/table/from-rows.ts';
import { rowAt, toRows } from '../../../src/core/table/to-rows.ts';
import { anyTable } from './any-table.ts';

it('gives back the rows that a table was made of, columns in order', () => {
  const rows = [
    { b: 1, a: 'x', at: new Date(0), yes: true },
    { b: null, a: null, at: null, yes: null },
  ];
  expect(toRows(fromRows(rows))).toEqual(rows);
  expect(Object.keys(rowAt(fromRows(rows), 1))).toEqual(['b', 'a', 'at', 'yes']);
});

it('loses nothing that the types keep: the rows make the same table again', () => {
  fc.assert(
    fc.property(anyTable(), (table) => {
      const dtypes = Object.fromEntries([...table.columns].map(([name, { dtype }]) => [name, dtype]));
      expect(toRows(fromRows(toRows(table), { dtypes }))).toEqual(toRows(table));
    }),
  );
});

it('has columns whose names every object knows', () => {
  const rows: Record<string, unknown>[] = [{ constructor: 1 }, { toString: 'a' }];
  expect(toRows(fromRows(rows))).toEqual([
    { constructor: 1, toString: null },
    { constructor: null, toString: 'a' },
  ]);
});
