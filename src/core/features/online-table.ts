import type { BoolColumn, Column } from '../table/column.ts';
import { concat } from '../table/concat.ts';
import { withColumn } from '../table/select.ts';
import { columnOf, createTable, type Table } from '../table/table.ts';
import { take, takeColumn } from '../table/take.ts';
import type { FeatureSource } from './feature-source.ts';
import { type FeatureViewDefinition, featuresOf } from './feature-view.ts';
import { indexKeys } from './key-index.ts';
import { creationTimes } from './point-in-time-join.ts';

/** Column of an online table that holds each row's event time. */
export const EVENT_TIME = '__event_timestamp';

/** The latest row per entity inside a window, and how many rows it was chosen from. */
export interface LatestRows {
  /** Join keys, features and event time; one row per entity. */
  readonly table: Table;
  readonly nRowsRead: number;
}

/**
 * Per entity the row with the greatest (event, creation time, source position) whose event time lies in the window,
 * both ends inclusive (stack semantics O1, O2); ttl plays no part (O3). Rows with a null key are left out. O(rows).
 */
export function latestRows(source: FeatureSource, startMs: number, endMs: number): LatestRows {
  const { view } = source;
  const { values: times, nulls: timeless } = source.times;
  const nRows = source.table.nRows;
  const { ids, nKeys } = indexKeys(source.keys, nRows);
  const created = source.created === null ? null : creationTimes(source.created);
  const latest = new Int32Array(nKeys).fill(-1);
  let nRowsRead = 0;
  for (let row = 0; row < nRows; row++) {
    const time = times[row] as number;
    // Written so that NaN, which is no time, lies in no window.
    if (!(time >= startMs && time <= endMs) || (timeless !== null && timeless[row] === 1)) continue;
    nRowsRead++;
    const key = ids[row] as number;
    if (key < 0) continue;
    const rival = latest[key] as number;
    if (rival >= 0) {
      const rivalTime = times[rival] as number;
      const isCreatedBefore = created !== null && (created[row] as number) < (created[rival] as number);
      if (time < rivalTime || (time === rivalTime && isCreatedBefore)) continue;
    }
    latest[key] = row;
  }
  const rows = withoutGaps(latest);
  const columns: [string, Column][] = view.joinKeys.map((key, i) => [key, source.keys[i] as Column]);
  for (const field of featuresOf(view)) columns.push([field.name, source.column(field)]);
  columns.push([EVENT_TIME, source.times]);
  const table = createTable(columns);
  // As many rows as there were: each its own entity, none to leave out.
  return { table: rows.length === nRows ? table : take(table, rows), nRowsRead };
}

/**
 * The online table after `latest` was written: rows of known entities replaced whatever their age (O4), nulls
 * included, new ones added, none deleted (O5). A feature that older rows never got is marked absent there.
 */
export function upsert(current: Table | null, latest: Table, view: FeatureViewDefinition): Table {
  if (current === null) return latest;
  const index = indexKeys(keyColumnsOf(current, view), current.nRows);
  const found = index.find(keyColumnsOf(latest, view), latest.nRows);
  const positions = replacedPositions(current.nRows, found);
  const isAllNew = positions.every((position) => position >= current.nRows);
  if (isAllNew) {
    return take(
      latest,
      positions.map((position) => position - current.nRows),
    );
  }
  const names = [...latest.columns.keys()];
  const before = createTable(names.map((name) => [name, oldColumn(current, latest, name)]));
  const merged = take(concat([before, latest]), positions);
  return markAbsent(merged, { current, latest, names, positions });
}

/** Whether the feature was never written for this row. */
export function isAbsent(table: Table, feature: string, row: number): boolean {
  const flags = table.columns.get(absentName(feature));
  return !table.columns.has(feature) || flags?.values[row] === 1;
}

/** The key columns of an online table. */
export function keyColumnsOf(table: Table, view: FeatureViewDefinition): readonly Column[] {
  return view.joinKeys.map((key) => columnOf(table, key));
}

/** Moves the positions that are one, −1 being none, to the front; `filter` would collect them one object each. */
function withoutGaps(positions: Int32Array): Int32Array {
  let n = 0;
  for (let i = 0; i < positions.length; i++) {
    const position = positions[i] as number;
    if (position >= 0) positions[n++] = position;
  }
  return positions.subarray(0, n);
}

/** Rows of the current table, then of the new one: where a new row replaces an old one it takes its place. */
function replacedPositions(nCurrent: number, found: Int32Array): Int32Array {
  const nAdded = found.reduce((n, row) => n + (row < 0 ? 1 : 0), 0);
  const positions = new Int32Array(nCurrent + nAdded);
  for (let row = 0; row < nCurrent; row++) positions[row] = row;
  let next = nCurrent;
  for (let row = 0; row < found.length; row++) {
    const old = found[row] as number;
    positions[old < 0 ? next++ : old] = nCurrent + row;
  }
  return positions;
}

/** The column as it was, or a column of nulls where it did not exist or had another type. */
function oldColumn(current: Table, latest: Table, name: string): Column {
  const now = columnOf(latest, name);
  const before = current.columns.get(name);
  return before?.dtype === now.dtype ? before : takeColumn(now, new Int32Array(current.nRows).fill(-1));
}

function markAbsent(
  merged: Table,
  change: {
    readonly current: Table;
    readonly latest: Table;
    readonly names: readonly string[];
    readonly positions: Int32Array;
  },
): Table {
  const { current, latest, names, positions } = change;
  let marked = merged;
  for (const name of names) {
    const isNew = current.columns.get(name)?.dtype !== latest.columns.get(name)?.dtype;
    if (!isNew && !current.columns.has(absentName(name))) continue;
    const flags = positions.map((position) =>
      position < current.nRows && (isNew || isAbsent(current, name, position)) ? 1 : 0,
    );
    const column: BoolColumn = { dtype: 'bool', values: Uint8Array.from(flags), nulls: null };
    if (flags.includes(1)) marked = withColumn(marked, absentName(name), column);
  }
  return marked;
}

function absentName(feature: string): string {
  return `__absent__${feature}`;
}
