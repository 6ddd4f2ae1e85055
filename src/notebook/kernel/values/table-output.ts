import { type Column, cellAt, type Dtype } from '../../../core/table/column.ts';
import { columnFromCells } from '../../../core/table/from-rows.ts';
import { pack } from '../../../core/table/pack.ts';
import { createTable, type Table } from '../../../core/table/table.ts';
import { take } from '../../../core/table/take.ts';
import type { TableOutput } from '../../document/output.ts';
import type { DataFrame, Series } from '../../lab-api/danfo.ts';
import { tableKindOf } from './table-kind.ts';
import { className } from './type-name.ts';

/** Rows of a table that an output keeps. */
export const TABLE_ROWS = 1000;

/** A lab table, DataFrame or Series as the output that shows it; null for anything else. */
export function tableOutputOf(value: unknown): TableOutput | null {
  const found = tableKindOf(value);
  try {
    if (found?.kind === 'table') {
      return toTableOutput(found.table, className(found.table).replace(/^Object$/, 'Table'));
    }
    if (found?.kind === 'frame') return outputOfFrame(found.frame);
    if (found?.kind === 'series') return outputOfSeries(found.series);
  } catch {
    // What danfojs holds may be of mixed types, which a table cannot hold; it is shown as a value.
  }
  return null;
}

/** The output of a table of the given type, with its first rows. */
export function toTableOutput(table: Table, type: string): TableOutput {
  const kept = firstRows(table);
  return { kind: 'table', packed: pack(kept), nRows: table.nRows, dtypes: dtypesOf(table), type };
}

/** Columns and their types of whatever is a table; null for anything else. */
export function columnsOf(value: unknown): Readonly<Record<string, Dtype>> | null {
  const found = tableKindOf(value);
  try {
    if (found?.kind === 'table') return dtypesOf(found.table);
    if (found?.kind !== 'frame') return null;
    const { columns, dtypes } = found.frame;
    return Object.fromEntries(columns.map((name, i) => [name, DANFO_DTYPES[dtypes[i]!] ?? 'string']));
  } catch {
    // What only looks like a table.
    return null;
  }
}

const DANFO_DTYPES: Readonly<Record<string, Dtype>> = {
  int32: 'int64',
  float32: 'float64',
  boolean: 'bool',
  string: 'string',
  datetime: 'timestamp',
};

function outputOfFrame(frame: DataFrame): TableOutput {
  const [nRows = 0] = frame.shape;
  const columns = frame.columns.map(
    (name) => [name, columnOfCells(frame.column(name).values, name)] as const,
  );
  return { ...toTableOutput(createTable(columns), 'DataFrame'), nRows };
}

function outputOfSeries(series: Series): TableOutput {
  const { columns, values } = series as Series & { readonly columns?: readonly string[] };
  const name = String(columns?.[0] ?? '0');
  const table = createTable([[name, columnOfCells(values, name)]]);
  return { ...toTableOutput(table, 'Series'), nRows: (values as readonly unknown[]).length };
}

/** The first cells as a column; NaN is a missing value, as in pandas. */
function columnOfCells(values: unknown, name: string): Column {
  const cells = (values as readonly unknown[]).slice(0, TABLE_ROWS);
  return columnFromCells(
    cells.map((cell) => (cell === undefined || Number.isNaN(cell) ? null : cell)),
    { name },
  );
}

/** The first rows, with no more of a column's dictionary than they use. */
function firstRows(table: Table): Table {
  const nRows = Math.min(table.nRows, TABLE_ROWS);
  const isWhole = nRows === table.nRows;
  const kept = isWhole
    ? table
    : take(
        table,
        Int32Array.from({ length: nRows }, (_, row) => row),
      );
  return createTable(
    [...kept.columns].map(([name, column]) => {
      if (column.dtype !== 'string' || column.dictionary.length <= nRows) return [name, column];
      const cells = Array.from({ length: nRows }, (_, row) => cellAt(column, row));
      return [name, columnFromCells(cells, { name, dtype: 'string' })];
    }),
  );
}

function dtypesOf(table: Table): Readonly<Record<string, Dtype>> {
  return Object.fromEntries([...table.columns].map(([name, { dtype }]) => [name, dtype]));
}
