import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat } from '../../../src/core/table/concat.ts';
import { fromRows } from '../../../src/core/table/from-rows.ts';
import { take } from '../../../src/core/table/take.ts';
import { toRows } from '../../../src/core/table/to-rows.ts';
import { anyTable } from './any-table.ts';

describe('concat', () => {
  it('puts the rows of tables one after the other, columns by name', () => {
    const first = fromRows([
      { id: 'b', n: 1 },
      { id: 'a', n: null },
    ]);
    const second = fromRows([{ n: 3, id: 'b' }]);
    const both = concat([first, second]);
    expect(toRows(both)).toEqual([
      { id: 'b', n: 1 },
      { id: 'a', n: null },
      { id: 'b', n: 3 },
    ]);
    expect(both.columns.get('id')).toMatchObject({ dictionary: ['b', 'a'] });
  });

  it('gives the whole back from any two parts of it', () => {
    fc.assert(
      fc.property(anyTable(), fc.nat(20), (table, cut) => {
        const rows = Int32Array.from({ length: table.nRows }, (_, row) => row);
        const parts = [take(table, rows.subarray(0, cut)), take(table, rows.subarray(cut))];
        expect(toRows(concat(parts))).toEqual(toRows(table));
      }),
    );
  });

  it('widens int64 beside float64, and gives a column of nulls the type of the others', () => {
    expect(concat([fromRows([{ a: 1 }]), fromRows([{ a: 0.5 }])]).columns.get('a')?.dtype).toBe('float64');
    const texts = concat([fromRows([{ a: null }]), fromRows([{ a: 'x' }]), fromRows([{ a: null }])]);
    expect(texts.columns.get('a')?.dtype).toBe('string');
    expect(toRows(texts)).toEqual([{ a: null }, { a: 'x' }, { a: null }]);
  });

  it('lets a table without rows take any type', () => {
    expect(toRows(concat([fromRows([], { dtypes: { a: 'float64' } }), fromRows([{ a: 'x' }])]))).toEqual([
      { a: 'x' },
    ]);
  });

  it('of no table is empty, of one that table', () => {
    const table = fromRows([{ a: 1 }]);
    expect([concat([]).nRows, concat([table])]).toEqual([0, table]);
  });

  it.each([
    ['other columns', [{ a: 1 }], [{ b: 1 }], 'KeyError'],
    ['more columns', [{ a: 1 }], [{ a: 1, b: 1 }], 'ValueError'],
    ['other types', [{ a: 1 }], [{ a: 'x' }], 'ValueError'],
  ])('refuses %s', (_, first, second, name) => {
    expect(() => concat([fromRows(first), fromRows(second)])).toThrow(expect.objectContaining({ name }));
  });
});
