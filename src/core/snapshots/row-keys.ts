import { quote, ValueError } from '../errors.ts';
import { type Column, cellAt } from '../table/column.ts';
import { columnOf, type Table } from '../table/table.ts';

/**
 * Tells whose row it is: a text per row that is equal for equal values of the join keys. Null keys are a
 * `ValueError`.
 */
export function keyReader(table: Table, joinKeys: readonly string[]): (row: number) => string {
  const columns = keyColumns(table, joinKeys);
  const [only] = columns;
  if (columns.length === 1 && only?.dtype === 'string') {
    return (row) => only.dictionary[only.values[row] as number] as string;
  }
  return (row) => JSON.stringify(columns.map((column) => cellAt(column, row)));
}

/**
 * A number per row that is equal for rows of equal join keys, below `nKeys`. Null keys are a `ValueError`.
 * O(rows).
 */
export function numberKeys(
  table: Table,
  joinKeys: readonly string[],
): { readonly numbers: Int32Array; readonly nKeys: number } {
  const columns = keyColumns(table, joinKeys);
  const [only] = columns;
  if (columns.length === 1 && only?.dtype === 'string') {
    return { numbers: only.values, nKeys: only.dictionary.length };
  }
  const keyAt = keyReader(table, joinKeys);
  const known = new Map<string, number>();
  const numbers = Int32Array.from({ length: table.nRows }, (_, row) => {
    const key = keyAt(row);
    const number = known.get(key) ?? known.size;
    known.set(key, number);
    return number;
  });
  return { numbers, nKeys: known.size };
}

function keyColumns(table: Table, joinKeys: readonly string[]): Column[] {
  return joinKeys.map((name) => {
    const column = columnOf(table, name);
    const row = column.nulls?.indexOf(1) ?? -1;
    if (row === -1) return column;
    throw new ValueError(
      `join key ${quote(name)} is missing in row ${row + 1}`,
      'fill it in or drop the row',
    );
  });
}
