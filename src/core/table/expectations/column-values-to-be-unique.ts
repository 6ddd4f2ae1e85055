import { columnOf, type Table } from '../table.ts';
import { isMissing, type MapOptions, mapColumn } from './column-map.ts';
import type { ExpectationResult } from './result.ts';

/** No value occurs twice; all rows of a repeated value are unexpected, missing ones ignored (Great Expectations 0.17). */
export function columnValuesToBeUnique(
  table: Table,
  column: string,
  options: MapOptions = {},
): ExpectationResult {
  const values = columnOf(table, column);
  const counts = new Map<number, number>();
  for (let row = 0; row < table.nRows; row++) {
    if (isMissing(values, row)) continue;
    const value = values.values[row] as number;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return mapColumn(
    table,
    { expectationType: 'expect_column_values_to_be_unique', column, ...options },
    (row) => counts.get(values.values[row] as number) === 1,
  );
}
