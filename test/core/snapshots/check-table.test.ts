import { describe, expect, it } from 'vitest';
import { checkSameKeys } from '../../../src/core/snapshots/check-same-keys.ts';
import { checkTable } from '../../../src/core/snapshots/check-table.ts';
import { conformTable } from '../../../src/core/snapshots/conform-table.ts';
import type { MonthSchema, TableSchema } from '../../../src/core/snapshots/table-schema.ts';
import { fromRows } from '../../../src/core/table/from-rows.ts';

const schema: TableSchema = {
  name: 'visits',
  joinKeys: ['id'],
  columns: [
    { name: 'id', dtype: 'string' },
    { name: 'n', dtype: 'int64', isNullable: true, range: [0, 9] },
    { name: 'share', dtype: 'float64', isNullable: true },
  ],
};
const month: MonthSchema = { timestampField: 'at', createdTimestampColumn: 'landed', tables: [schema] };

describe('checking the values of a table', () => {
  it('lists a hundred rows per rule, then counts the others', () => {
    const rows = Array.from({ length: 130 }, (_, i) => ({ id: `u${i}`, n: 10, share: null }));
    const problems = checkTable(fromRows(rows, { dtypes: { share: 'float64' } }), schema, 'visits.csv');
    expect(problems).toHaveLength(101);
    expect(problems[99]).toMatchObject({ code: 'out-of-range', row: 100, column: 'n', value: 10 });
    expect(problems[100]).toMatchObject({ code: 'out-of-range', message: '30 more rows like this in n' });
  });
});

describe('bringing a table into the form of its schema', () => {
  const conform = (rows: Record<string, unknown>[]) =>
    conformTable(fromRows(rows), { month, table: schema }, 'f');

  it('orders columns, makes whole doubles int64 and int64 float64, and keeps time columns last', () => {
    const { table, problems } = conform([
      { landed: new Date(1), share: 1, n: 3, id: 'a' },
      { landed: new Date(2), share: 2, n: Number.NaN, id: 'b' },
    ]);
    expect(problems).toEqual([]);
    expect([...(table?.columns ?? [])].map(([name, { dtype }]) => [name, dtype])).toEqual([
      ['id', 'string'],
      ['n', 'int64'],
      ['share', 'float64'],
      ['landed', 'timestamp'],
    ]);
    expect(table?.columns.get('n')?.nulls).toEqual(Uint8Array.of(0, 1));
  });

  it('gives columns of nulls the type they should have', () => {
    const { table, problems } = conform([{ id: null, n: null, share: null }]);
    expect(problems).toEqual([]);
    expect(table?.columns.get('id')).toMatchObject({ dtype: 'string', dictionary: [] });
  });

  it('refuses fractions where whole numbers are due, and texts where numbers are', () => {
    const { table, problems } = conform([{ id: 'a', n: 0.5, share: 'x' }]);
    expect(table).toBeNull();
    expect(problems.map(({ code, column, message }) => [code, column, message])).toEqual([
      ['wrong-type', 'n', "column 'n' is float64, not int64"],
      ['wrong-type', 'share', "column 'share' is string, not float64"],
    ]);
  });
});

describe('the customers of two tables', () => {
  const fileTable = (name: string, ids: readonly string[]) => ({
    file: `${name}.csv`,
    schema: { ...schema, name },
    table: fromRows(ids.map((id) => ({ id }))),
  });

  it('are the same in any order', () => {
    expect(checkSameKeys([fileTable('a', ['x', 'y']), fileTable('b', ['y', 'x'])])).toEqual([]);
    expect(checkSameKeys([])).toEqual([]);
  });

  it('are told apart from both sides', () => {
    const problems = checkSameKeys([fileTable('a', ['x', 'y']), fileTable('b', ['z', 'y'])]);
    expect(problems.map(({ file, row, message }) => [file, row, message])).toEqual([
      ['b.csv', 1, "id 'z' of b is not in a"],
      ['a.csv', 1, "id 'x' of a is not in b"],
    ]);
  });

  it('are listed a hundred times at most', () => {
    const ids = Array.from({ length: 150 }, (_, i) => `u${i}`);
    const problems = checkSameKeys([fileTable('a', ids), fileTable('b', ['u0'])]);
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)?.message).toBe('49 more of a are not in b');
  });
});
