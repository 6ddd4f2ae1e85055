import { isNull } from '../table/column.ts';
import { columnOf, type Table } from '../table/table.ts';
import { take } from '../table/take.ts';
import type { TableRecord } from './collections.ts';
import { numberKeys } from './row-keys.ts';

/**
 * One row per join key: the one with the latest event timestamp, then creation, then position, as the
 * point-in-time join chooses (stack semantics L4); in the order in which the keys first appear. Tables
 * without join keys stay whole. O(rows).
 */
export function latestRows(table: Table, definition: TableRecord): Table {
  const { joinKeys, timestampField, createdTimestampColumn } = definition;
  if (joinKeys.length === 0) return table;
  const isLater = compareBy(
    table,
    createdTimestampColumn === null ? [timestampField] : [timestampField, createdTimestampColumn],
  );
  const { numbers, nKeys } = numberKeys(table, joinKeys);
  const places = new Int32Array(nKeys).fill(-1);
  const latest = new Int32Array(Math.min(nKeys, table.nRows));
  let nFound = 0;
  for (let row = 0; row < table.nRows; row++) {
    const key = numbers[row] as number;
    const place = places[key] as number;
    if (place === -1) {
      places[key] = nFound;
      latest[nFound++] = row;
    } else if (isLater(row, latest[place] as number)) {
      latest[place] = row;
    }
  }
  return take(table, latest.subarray(0, nFound));
}

/** Whether a row comes after, or ties with, an earlier one in these columns. Nulls come first. */
function compareBy(table: Table, names: readonly string[]): (row: number, former: number) => boolean {
  const columns = names.map((name) => columnOf(table, name));
  return (row, former) => {
    for (const column of columns) {
      const now = isNull(column, row) ? -Infinity : (column.values[row] as number);
      const then = isNull(column, former) ? -Infinity : (column.values[former] as number);
      if (now !== then) return now > then;
    }
    return true;
  };
}
