import { describe, expect, it } from 'vitest';
import { cellAt, isNull } from '../../../src/core/table/column.ts';
import { columnFromCells, fromRows } from '../../../src/core/table/from-rows.ts';
import { columnOf, createTable, isTable } from '../../../src/core/table/table.ts';
import { rowAt, toRows } from '../../../src/core/table/to-rows.ts';

const numbers = columnFromCells([1, 2]);

describe('a table', () => {
  it('has the rows of its columns', () => {
    expect(createTable([['n', numbers]])).toMatchObject({ kind: 'table', version: 1, nRows: 2 });
    expect(createTable([])).toMatchObject({ nRows: 0 });
  });

  it('refuses columns of unequal length and two of one name', () => {
    expect(() =>
      createTable([
        ['a', numbers],
        ['b', columnFromCells([1])],
      ]),
    ).toThrow("column 'b' has 1 rows, the others 2");
    expect(() =>
      createTable([
        ['a', numbers],
        ['a', numbers],
      ]),
    ).toThrow("duplicate column: 'a'");
  });

  it('names the nearest column when one is not there', () => {
    const table = fromRows([{ user_id: 'a', age: 1 }]);
    expect(columnOf(table, 'age').dtype).toBe('int64');
    expect(() => columnOf(table, 'userid')).toThrow(
      expect.objectContaining({
        name: 'KeyError',
        message: "no column 'userid'",
        hint: "did you mean 'user_id'?",
      }),
    );
  });

  it('is told from other values', () => {
    expect([isTable(createTable([])), isTable(null), isTable({}), isTable('table')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('shows cells as plain values', () => {
    const table = fromRows([
      { s: 'x', n: 1, x: 0.5, b: false, t: new Date(5) },
      { s: null, n: null, x: null, b: null, t: null },
    ]);
    expect(rowAt(table, 0)).toEqual({ s: 'x', n: 1, x: 0.5, b: false, t: new Date(5) });
    expect(toRows(table)[1]).toEqual({ s: null, n: null, x: null, b: null, t: null });
    const column = columnOf(table, 's');
    expect([isNull(column, 0), isNull(column, 1), cellAt(column, 0), cellAt(column, 1)]).toEqual([
      false,
      true,
      'x',
      null,
    ]);
  });
});
