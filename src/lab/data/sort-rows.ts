import { compareCodePoints } from '../../core/compare-code-points.ts';
import { argsort } from '../../core/numeric/argsort.ts';
import { type Column, isNull } from '../../core/table/column.ts';
import { columnOf, type Table } from '../../core/table/table.ts';

/** By which column, and which way. */
export interface SortOrder {
  readonly column: string;
  readonly isDescending: boolean;
}

/**
 * `positions` in the order of a column: numbers, instants and truths by value, texts by code points. Equal values keep
 * the order they had; missing ones come last both ways. Linear in the rows.
 */
export function sortRows(
  table: Table,
  positions: Int32Array,
  { column: name, isDescending }: SortOrder,
): Int32Array {
  const column = columnOf(table, name);
  const isPresent = (row: number): boolean => !isNull(column, row) && !Number.isNaN(column.values[row]);
  const present = positions.filter(isPresent);
  const sign = isDescending ? -1 : 1;
  const rankAt = rankReader(column);
  const order = argsort(Float64Array.from(present, (row) => sign * rankAt(row)));
  const sorted = new Int32Array(positions.length);
  sorted.set(order.map((position) => present[position]!));
  sorted.set(
    positions.filter((row) => !isPresent(row)),
    present.length,
  );
  return sorted;
}

/** A number per row that sorts as the values do. */
function rankReader(column: Column): (row: number) => number {
  if (column.dtype !== 'string') return (row) => column.values[row]!;
  const { values, dictionary } = column;
  const inOrder = [...dictionary.keys()].sort((a, b) => compareCodePoints(dictionary[a]!, dictionary[b]!));
  const ranks = new Int32Array(dictionary.length);
  inOrder.forEach((code, rank) => {
    ranks[code] = rank;
  });
  return (row) => ranks[values[row]!]!;
}
