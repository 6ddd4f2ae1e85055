import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromRows } from '../../../src/core/table/from-rows.ts';
import { pack, unpack } from '../../../src/core/table/pack.ts';
import { select } from '../../../src/core/table/select.ts';
import { tableDigest } from '../../../src/core/table/table-digest.ts';
import { toRows } from '../../../src/core/table/to-rows.ts';
import { anyTable } from './any-table.ts';

describe('pack', () => {
  it('gives back any table, types included, and the same bytes again', () => {
    fc.assert(
      fc.property(anyTable(), (table) => {
        const back = unpack(pack(table));
        expect(back).toEqual(table);
        expect(new Uint8Array(pack(back))).toEqual(new Uint8Array(pack(table)));
      }),
    );
  });

  it('keeps the rows of a table without columns', () => {
    const table = select(fromRows([{ a: 1 }, { a: 2 }]), []);
    expect(unpack(pack(table))).toEqual(table);
  });

  it('keeps a slice of a larger buffer apart from the rest of it', () => {
    const table = fromRows([{ a: 1 }]);
    const values = Float64Array.of(9, 1, 9).subarray(1, 2);
    const column = { dtype: 'int64', values, nulls: null } as const;
    expect(toRows(unpack(pack({ ...table, columns: new Map([['a', column]]) })))).toEqual([{ a: 1 }]);
  });

  it('is undone without copying the values', () => {
    const buffer = pack(fromRows([{ a: 1 }]));
    expect(unpack(buffer).columns.get('a')?.values.buffer).toBe(buffer);
  });

  it.each([
    ['nothing', new ArrayBuffer(0)],
    ['other bytes', new TextEncoder().encode('PAR1PAR1PAR1').buffer],
    ['a cut header', pack(fromRows([{ a: 1 }])).slice(0, 20)],
    ['cut values', pack(fromRows([{ a: 1 }])).slice(0, -8)],
  ])('refuses to undo %s', (_, bytes) => {
    expect(() => unpack(bytes)).toThrow(expect.objectContaining({ name: 'ValueError' }));
  });
});

describe('tableDigest', () => {
  it('tells apart names, types, values, nulls and order', () => {
    const tables = [
      fromRows([{ a: 1, b: 2 }]),
      fromRows([{ b: 2, a: 1 }]),
      fromRows([{ a: 1, c: 2 }]),
      fromRows([{ a: 1, b: 3 }]),
      fromRows([{ a: 1, b: null }]),
      fromRows([{ a: 1, b: 0 }]),
      fromRows([{ a: 1, b: 2 }], { dtypes: { b: 'float64' } }),
      fromRows([{ a: 1, b: '2' }]),
    ];
    expect(new Set(tables.map(tableDigest)).size).toBe(tables.length);
    expect(tableDigest(fromRows([{ a: 1, b: 2 }]))).toBe(tableDigest(fromRows([{ a: 1, b: 2 }])));
  });

  it('is the same in every version of the lab', () => {
    const table = fromRows([{ id: 'é', n: 1, x: 0.5, on: true, at: new Date(0) }, {}]);
    expect(tableDigest(table)).toBe('d1fa38f6c3bd871ad363bb1e0615734111711d306a6307df2b504f2dc912a940');
  });
});
