import { quote, TypeMismatchError } from '../errors.ts';
import type { Column } from './column.ts';
import { columnOf, createTable, type Table } from './table.ts';

/** The named columns, in the order given; a `KeyError` for one that is not there. Copies no values. */
export function select(table: Table, names: readonly string[]): Table {
  requireNames(names);
  if (names.length === 0) return { ...createTable([]), nRows: table.nRows };
  return createTable(names.map((name) => [name, columnOf(table, name)]));
}

/** All columns but the named ones; names that are not there are no error. Copies no values. */
export function drop(table: Table, names: readonly string[]): Table {
  requireNames(names);
  return select(
    table,
    [...table.columns.keys()].filter((name) => !names.includes(name)),
  );
}

/** The same columns under the names that `mapping` gives; those it does not name keep theirs. */
export function rename(table: Table, mapping: Readonly<Record<string, string>>): Table {
  const names = new Map(Object.entries(mapping));
  return createTable([...table.columns].map(([name, column]) => [names.get(name) ?? name, column]));
}

/** The table with `column` added last, or put in the place of the column that had this name. */
export function withColumn(table: Table, name: string, column: Column): Table {
  return createTable(new Map(table.columns).set(name, column));
}

function requireNames(names: unknown): void {
  if (Array.isArray(names)) return;
  throw new TypeMismatchError(`the column names are ${quote(names)}`, "give a list: ['months', 'fee']");
}
