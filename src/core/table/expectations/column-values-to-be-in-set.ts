import { type Cell, cellAt } from '../column.ts';
import type { Table } from '../table.ts';
import { type MapOptions, mapColumn } from './column-map.ts';
import type { ExpectationResult } from './result.ts';
import { type Listed, toList } from './to-list.ts';

/** Every value is one of `valueSet`; missing values are ignored (Great Expectations 0.17, Q1). */
export function columnValuesToBeInSet(
  table: Table,
  column: string,
  { valueSet: listed, ...options }: MapOptions & { readonly valueSet: Listed<Cell> },
): ExpectationResult {
  const valueSet = toList(listed, 'valueSet');
  const allowed = new Set(valueSet.map(comparable));
  return mapColumn(
    table,
    { expectationType: 'expect_column_values_to_be_in_set', column, kwargs: { valueSet }, ...options },
    (row, values) => allowed.has(comparable(cellAt(values, row))),
  );
}

function comparable(cell: Cell): Cell {
  return cell instanceof Date ? cell.getTime() : cell;
}
