import type { Table } from '../table.ts';
import { isMissing, type MapOptions, mapColumn } from './column-map.ts';
import type { ExpectationResult } from './result.ts';

/** No value of the column is missing (Great Expectations 0.17, Q1); NaN counts as missing. */
export function columnValuesToNotBeNull(
  table: Table,
  column: string,
  options: MapOptions = {},
): ExpectationResult {
  const expectationType = 'expect_column_values_to_not_be_null';
  return mapColumn(
    table,
    { expectationType, column, countsMissing: true, ...options },
    (row, values) => !isMissing(values, row),
  );
}
