import { describe, expect, it } from 'vitest';
import { columnFromCells, fromRows } from '../../../src/core/table/from-rows.ts';
import { drop, rename, select, withColumn } from '../../../src/core/table/select.ts';
import { toRows } from '../../../src/core/table/to-rows.ts';

const table = fromRows([{ a: 1, b: 2, c: 3 }]);

describe('choosing columns', () => {
  it('selects by name in the order given, without copying', () => {
    const chosen = select(table, ['c', 'a']);
    expect(toRows(chosen)).toEqual([{ c: 3, a: 1 }]);
    expect([...chosen.columns.keys()]).toEqual(['c', 'a']);
    expect(chosen.columns.get('a')).toBe(table.columns.get('a'));
    expect(select(table, []).nRows).toBe(1);
    expect(() => select(table, ['d'])).toThrow("no column 'd'");
  });

  it('drops by name, whether the columns are there or not', () => {
    expect(toRows(drop(table, ['b', 'x']))).toEqual([{ a: 1, c: 3 }]);
    expect(drop(table, ['a', 'b', 'c']).nRows).toBe(1);
  });

  it('renames in place, and refuses two columns of one name', () => {
    expect([...rename(table, { b: 'x', z: 'y' }).columns.keys()]).toEqual(['a', 'x', 'c']);
    expect(() => rename(table, { b: 'a' })).toThrow("duplicate column: 'a'");
  });

  it('does not mistake names that every object has for renamings', () => {
    expect([...rename(fromRows([{ constructor: 1 }]), {}).columns.keys()]).toEqual(['constructor']);
  });

  it('adds a column last, or in the place of its namesake', () => {
    const column = columnFromCells([9]);
    expect(toRows(withColumn(table, 'd', column))).toEqual([{ a: 1, b: 2, c: 3, d: 9 }]);
    expect([...withColumn(table, 'b', column).columns.keys()]).toEqual(['a', 'b', 'c']);
    expect(toRows(withColumn(table, 'b', column))).toEqual([{ a: 1, b: 9, c: 3 }]);
    expect(() => withColumn(table, 'd', columnFromCells([1, 2]))).toThrow('has 2 rows');
  });
});
