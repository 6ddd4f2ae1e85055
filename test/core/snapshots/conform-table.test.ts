import { describe, expect, it } from 'vitest';
import { conformTable } from '../../../src/core/snapshots/conform-table.ts';
import type { MonthSchema, TableSchema } from '../../../src/core/snapshots/table-schema.ts';
import { fromRows, type Row } from '../../../src/core/table/from-rows.ts';
import { toRows } from '../../../src/core/table/to-rows.ts';

const table: TableSchema = {
  name: 'usage',
  joinKeys: ['user'],
  columns: [
    { name: 'user', dtype: 'string' },
    { name: 'hours', dtype: 'int64' },
    { name: 'fee', dtype: 'float64' },
  ],
};
const month: MonthSchema = { timestampField: 'as_of', createdTimestampColumn: 'created', tables: [table] };
const conform = (rows: readonly Row[]) => conformTable(fromRows(rows), { month, table }, 'usage.csv');

describe('a table of a file', () => {
  it('gets the columns of the schema, in its order and types', () => {
    const { table: conformed, problems } = conform([{ fee: 5, hours: 1.0, user: 'a' }]);
    expect(problems).toEqual([]);
    expect([...conformed!.columns].map(([name, { dtype }]) => `${name} ${dtype}`)).toEqual([
      'user string',
      'hours int64',
      'fee float64',
    ]);
  });

  it('keeps time columns of its own after them', () => {
    const { table: conformed } = conform([
      { created: new Date(1), as_of: new Date(0), user: 'a', hours: 1, fee: 1 },
    ]);
    expect([...conformed!.columns.keys()]).toEqual(['user', 'hours', 'fee', 'created', 'as_of']);
  });

  it('has whole numbers where pandas wrote doubles with gaps, and any type where nothing is', () => {
    const rows = [
      { user: null, hours: Number.NaN, fee: null },
      { user: null, hours: 2, fee: null },
    ];
    expect(toRows(conform(rows).table!)).toEqual([
      { user: null, hours: null, fee: null },
      { user: null, hours: 2, fee: null },
    ]);
  });

  it.each([
    [
      { user: 'a', hours: 1, fee: 1, hour: 2 },
      'unexpected-column',
      "leave it out or map it; did you mean 'hours'?",
    ],
    [{ user: 'a', hours: 1 }, 'missing-column', 'add it to the file, or map the column that holds it'],
    [{ user: 'a', hours: 1.5, fee: 1 }, 'wrong-type', 'convert the column before the export'],
    [{ user: 1, hours: 1, fee: 1 }, 'wrong-type', 'convert the column before the export'],
    [{ user: 'a', hours: true, fee: 1 }, 'wrong-type', 'convert the column before the export'],
  ])('%j is none: %s', (row, code, hint) => {
    expect(conform([row])).toMatchObject({
      table: null,
      problems: [{ code, hint, file: 'usage.csv', severity: 'error' }],
    });
  });

  it('tells all of it at once', () => {
    expect(
      conform([{ users: 'a', hours: 'x' }]).problems.map(({ code, column }) => `${code} ${column}`),
    ).toEqual(['unexpected-column users', 'missing-column user', 'wrong-type hours', 'missing-column fee']);
  });
});
