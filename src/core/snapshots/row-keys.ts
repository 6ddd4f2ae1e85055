import { quote, ValueError } from '../errors.ts';
import { type Column, cellAt } from '../table/column.ts';
import { columnOf, type Table } from '../table/table.ts';

/** Tells whose row it is: a text per row that is equal for equal values of the join keys. Null keys are a `ValueError`. */
export function keyReader(table: Table, joinKeys: readonly string[]): (row: number) => string {
  const columns = joinKeys.map((name) => columnOf(table, name));
  joinKeys.forEach((name, i) => {
    const row = (columns[i] as Column).nulls?.indexOf(1) ?? -1;
    if (row !== -1)
      throw new ValueError(
        `join key ${quote(name)} is missing in row ${row + 1}`,
        'fill it in or drop the row',
      );
  });
  const [only] = columns;
  if (columns.length === 1 && only?.dtype === 'string') {
    return (row) => only.dictionary[only.values[row] as number] as string;
  }
  return (row) => JSON.stringify(columns.map((column) => cellAt(column, row)));
}
