import { quote, ValueError } from '../errors.ts';
import type { BoolColumn, Column, NumberColumn, StringColumn, TimestampColumn } from './column.ts';
import { columnOf, createTable, type Table } from './table.ts';

/**
 * The rows of all tables, one after the other. All must have the columns of the first, by name; int64 and
 * float64 join as float64, and a column without values takes the type of the others. No table gives an empty
 * one.
 */
export function concat(tables: readonly Table[]): Table {
  const [first] = tables;
  if (first === undefined) return createTable([]);
  if (tables.length === 1) return first;
  for (const table of tables) {
    if (table.columns.size !== first.columns.size) {
      throw new ValueError(
        `tables have ${first.columns.size} and ${table.columns.size} columns`,
        'only tables with the same columns can be put one below the other',
      );
    }
  }
  return createTable(
    [...first.columns.keys()].map((name) => [
      name,
      concatColumns(
        name,
        tables.map((table) => columnOf(table, name)),
      ),
    ]),
  );
}

function concatColumns(name: string, columns: readonly Column[]): Column {
  const dtype = commonDtype(name, columns);
  const nRows = columns.reduce((sum, column) => sum + column.values.length, 0);
  const nulls = concatNulls(columns, nRows);
  if (dtype === 'string') return { ...concatStrings(columns, nRows), nulls };
  const values = dtype === 'bool' ? new Uint8Array(nRows) : new Float64Array(nRows);
  let offset = 0;
  for (const column of columns) {
    if (column.dtype !== 'string') values.set(column.values, offset);
    offset += column.values.length;
  }
  return { dtype, values, nulls } as NumberColumn | TimestampColumn | BoolColumn;
}

function commonDtype(name: string, columns: readonly Column[]): Column['dtype'] {
  const dtypes = new Set(columns.filter((column) => !hasNoValue(column)).map((column) => column.dtype));
  if (dtypes.size === 0) return (columns[0] as Column).dtype;
  if (dtypes.size === 1) return [...dtypes][0] as Column['dtype'];
  if (dtypes.size === 2 && dtypes.has('int64') && dtypes.has('float64')) return 'float64';
  throw new ValueError(
    `column ${quote(name)} is ${[...dtypes].join(' in one table and ')} in another`,
    'convert the column to one type before putting the tables together',
  );
}

function hasNoValue(column: Column): boolean {
  return column.values.length === 0 || (column.nulls?.every((flag) => flag === 1) ?? false);
}

function concatNulls(columns: readonly Column[], nRows: number): Uint8Array | null {
  if (columns.every((column) => column.nulls === null)) return null;
  const nulls = new Uint8Array(nRows);
  let offset = 0;
  for (const column of columns) {
    if (column.nulls !== null) nulls.set(column.nulls, offset);
    offset += column.values.length;
  }
  return nulls;
}

function concatStrings(columns: readonly Column[], nRows: number): Omit<StringColumn, 'nulls'> {
  const codes = new Map<string, number>();
  const values = new Int32Array(nRows);
  let offset = 0;
  for (const column of columns) {
    if (column.dtype === 'string') {
      const translated = column.dictionary.map((text) => {
        if (!codes.has(text)) codes.set(text, codes.size);
        return codes.get(text) as number;
      });
      for (let row = 0; row < column.values.length; row++) {
        values[offset + row] = translated[column.values[row] as number] ?? 0;
      }
    }
    offset += column.values.length;
  }
  return { dtype: 'string', values, dictionary: [...codes.keys()] };
}
