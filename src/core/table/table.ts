import { KeyError, quote, suggest, ValueError } from '../errors.ts';
import type { Column } from './column.ts';

/**
 * Named columns of equal length, in order. A plain readonly value: it can be posted to a worker, stored, and
 * shared without copying. Nothing in core changes a table in place.
 */
export interface Table {
  readonly kind: 'table';
  readonly version: 1;
  readonly nRows: number;
  readonly columns: ReadonlyMap<string, Column>;
}

/** Builds a table from `[name, column]` pairs; all columns must have the same length. */
export function createTable(columns: Iterable<readonly [string, Column]>): Table {
  const named = new Map<string, Column>();
  let nRows = -1;
  for (const [name, column] of columns) {
    if (named.has(name))
      throw new ValueError(`duplicate column: ${quote(name)}`, 'give every column its own name');
    if (nRows === -1) nRows = column.values.length;
    if (column.values.length !== nRows) {
      throw new ValueError(
        `column ${quote(name)} has ${column.values.length} rows, the others ${nRows}`,
        'all columns of a table have the same number of rows',
      );
    }
    named.set(name, column);
  }
  return { kind: 'table', version: 1, nRows: Math.max(nRows, 0), columns: named };
}

/** The column called `name`; a `KeyError` with the nearest known name where there is none. */
export function columnOf(table: Table, name: string): Column {
  const column = table.columns.get(name);
  if (column === undefined) {
    throw new KeyError(`no column ${quote(name)}`, suggest(name, table.columns.keys()));
  }
  return column;
}

/** Whether `value` is a `Table`. */
export function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && (value as Table).kind === 'table';
}
