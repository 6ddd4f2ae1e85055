import type { Column } from '../table/column.ts';

/** Whether a column holds no value at all; its type then says nothing, as with an empty column of a file. */
export function isAllNull(column: Column): boolean {
  return column.nulls?.every((flag) => flag === 1) ?? column.values.length === 0;
}
