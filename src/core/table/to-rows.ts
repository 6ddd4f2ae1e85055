import { setOwnMember } from '../own-member.ts';
import { type Cell, cellAt } from './column.ts';
import type { Table } from './table.ts';

/** One object per row, keys in column order; nulls are null, timestamps are `Date`s. O(rows × columns). */
export function toRows(table: Table): Record<string, Cell>[] {
  return Array.from({ length: table.nRows }, (_, row) => rowAt(table, row));
}

/** The row at `row` as an object. */
export function rowAt(table: Table, row: number): Record<string, Cell> {
  const record: Record<string, Cell> = {};
  for (const [name, column] of table.columns) setOwnMember(record, name, cellAt(column, row));
  return record;
}
