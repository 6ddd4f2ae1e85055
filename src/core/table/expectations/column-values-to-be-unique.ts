import type { Column } from '../column.ts';
import { columnOf, type Table } from '../table.ts';
import { isMissing, type MapOptions, mapColumn } from './column-map.ts';
import type { ExpectationResult } from './result.ts';

/**
 * No value occurs twice; all rows of a repeated value are unexpected, missing ones ignored (Great
 * Expectations 0.17).
 */
export function columnValuesToBeUnique(
  table: Table,
  column: string,
  options: MapOptions = {},
): ExpectationResult {
  const isRepeated = findRepeated(columnOf(table, column));
  return mapColumn(
    table,
    { expectationType: 'expect_column_values_to_be_unique', column, ...options },
    (row) => !isRepeated(row),
  );
}

function findRepeated(column: Column): (row: number) => boolean {
  const { values } = column;
  if (column.dtype === 'string') {
    // Texts are numbered by their dictionary, which spares a map.
    const counts = new Int32Array(column.dictionary.length);
    for (let row = 0; row < values.length; row++) {
      if (!isMissing(column, row)) counts[values[row] as number]!++;
    }
    return (row) => (counts[values[row] as number] as number) > 1;
  }
  const counts = new Map<number, number>();
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (!isMissing(column, row)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return (row) => (counts.get(values[row] as number) as number) > 1;
}
