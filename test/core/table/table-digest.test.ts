import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromRows } from '../../../src/core/table/from-rows.ts';
import { pack, unpack } from '../../../src/core/table/pack.ts';
import { tableDigest } from '../../../src/core/table/table-digest.ts';
import { anyTable } from './any-table.ts';

it('is the same for a table that was stored and read again', () => {
  fc.assert(
    fc.property(anyTable(), (table) => {
      expect(tableDigest(unpack(pack(table)))).toBe(tableDigest(table));
    }),
  );
});

it('tells names, order, types, values and nulls apart', () => {
  const tables = [
    fromRows([{ a: 1, b: 2 }]),
    fromRows([{ b: 2, a: 1 }]),
    fromRows([{ a: 1, c: 2 }]),
    fromRows([{ a: 1, b: 3 }]),
    fromRows([{ a: 1, b: 2 }], { dtypes: { a: 'float64' } }),
    fromRows([{ a: 1, b: 0 }]),
    fromRows([{ a: 1, b: null }], { dtypes: { b: 'int64' } }),
    fromRows([{ a: 'x', b: 'y' }]),
    fromRows([{ a: 'xy', b: '' }]),
  ];
  expect(new Set(tables.map(tableDigest)).size).toBe(tables.length);
});
