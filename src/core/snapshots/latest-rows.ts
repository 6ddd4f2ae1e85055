import { isNull } from '../table/column.ts';
import { columnOf, type Table } from '../table/table.ts';
import { take } from '../table/take.ts';
import type { TableRecord } from './collections.ts';
import { keyReader } from './row-keys.ts';

/**
 * One row per join key: the one with the latest event timestamp, then creation, then position, as the point-in-time join
 * chooses (stack semantics L4); in the order in which the keys first appear. Tables without join keys stay whole. O(rows).
 */
export function latestRows(table: Table, definition: TableRecord): Table {
  const { joinKeys, timestampField, createdTimestampColumn } = definition;
  if (joinKeys.length === 0) return table;
  const keyAt = keyReader(table, joinKeys);
  const isLater = compareBy(
    table,
    createdTimestampColumn === null ? [timestampField] : [timestampField, createdTimestampColumn],
  );
  const latest = new Map<string, number>();
  for (let row = 0; row < table.nRows; row++) {
    const key = keyAt(row);
    const former = latest.get(key);
    if (former === undefined || isLater(row, former)) latest.set(key, row);
  }
  return take(table, Int32Array.from(latest.values()));
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
