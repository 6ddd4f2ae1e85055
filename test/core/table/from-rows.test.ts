import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnFromCells, fromRows } from '../../../src/core/table/from-rows.ts';
import { toRows } from '../../../src/core/table/to-rows.ts';
import { anyTable } from './any-table.ts';

describe('fromRows', () => {
  it('infers a type per column and keeps the order in which columns first appear', () => {
    const table = fromRows([
      { id: 'a', n: 1, x: 1, on: true, at: new Date(0) },
      { late: 5n, id: 'b', n: -2, x: 0.5 },
    ]);
    expect([...table.columns].map(([name, { dtype }]) => [name, dtype])).toEqual([
      ['id', 'string'],
      ['n', 'int64'],
      ['x', 'float64'],
      ['on', 'bool'],
      ['at', 'timestamp'],
      ['late', 'int64'],
    ]);
    expect(toRows(table)).toEqual([
      { id: 'a', n: 1, x: 1, on: true, at: new Date(0), late: null },
      { id: 'b', n: -2, x: 0.5, on: null, at: null, late: 5 },
    ]);
  });

  it('makes a column of nulls float64, unless a type is given', () => {
    expect(fromRows([{ a: null }]).columns.get('a')?.dtype).toBe('float64');
    expect(fromRows([{ a: undefined }], { dtypes: { a: 'string' } }).columns.get('a')?.dtype).toBe('string');
    expect(fromRows([], { dtypes: { a: 'bool' } })).toMatchObject({ nRows: 0 });
  });

  it('keeps NaN as a value and numbers past 2^53 as doubles', () => {
    expect(fromRows([{ a: Number.NaN }]).columns.get('a')).toMatchObject({ dtype: 'float64', nulls: null });
    expect(fromRows([{ a: 2 ** 53 }]).columns.get('a')?.dtype).toBe('float64');
  });

  it('takes an invalid Date for no value, as pandas takes NaT', () => {
    const at = fromRows([{ at: new Date(Number.NaN) }, { at: new Date(5) }]).columns.get('at');
    expect(at).toEqual({ dtype: 'timestamp', values: Float64Array.of(0, 5), nulls: Uint8Array.of(1, 0) });
  });

  it('gives back the rows of any table', () => {
    fc.assert(
      fc.property(anyTable(), (table) => {
        const dtypes = Object.fromEntries([...table.columns].map(([name, { dtype }]) => [name, dtype]));
        expect(toRows(fromRows(toRows(table), { dtypes }))).toEqual(toRows(table));
      }),
    );
  });

  it.each([
    ['mixed types', [1, 'a'], undefined],
    ['an object', [{}], undefined],
    ['a fraction in int64', [1.5], 'int64'],
    ['a text in bool', ['true'], 'bool'],
    ['a number in string', [1], 'string'],
    ['a whole number past 2^53 in int64', [2 ** 53], 'int64'],
  ] as const)('refuses %s with a TypeError that names the column', (_, cells, dtype) => {
    expect(() => columnFromCells(cells, { name: 'age', dtype })).toThrow(
      expect.objectContaining({ name: 'TypeError', message: expect.stringContaining("'age'") }),
    );
  });
});
