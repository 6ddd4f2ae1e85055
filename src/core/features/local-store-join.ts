import type { Problem } from '../problem.ts';
import type { Column } from '../table/column.ts';
import { columnOf } from '../table/table.ts';
import type { EntityFrame } from './entity-frame.ts';
import { entityKeysOf } from './feature-view.ts';
import type { JoinMode } from './join-mode.ts';
import { warnAboutMatches, warnAboutRows } from './join-warnings.ts';
import { matchViews, type SourcedView } from './joined-view.ts';
import { indexKeys } from './key-index.ts';
import { creationTimes, type Matches, outcomeAt } from './point-in-time-join.ts';

/**
 * What Feast 0.56 does on its default local store (dask): views are joined one after another on a shrinking frame.
 * A row whose key is known but has nothing in time is lost for good (stack semantics P12, P13); rows alike in
 * instant and all join keys seen so far collapse into one (P14, P15, P17); rows end up in ascending order of the
 * last view's event time, unmatched ones first (P18); null keys equal each other, as in pandas.
 */
export const localStoreJoin: JoinMode = (frame, views) => {
  const matches = matchViews(frame, views, { nullsMatch: true });
  const warnings: Problem[] = [];
  let kept = rowsInTimeOrder(frame);
  const seenKeys = new Set<string>();
  for (const [i, view] of views.entries()) {
    const matched = matches[i] as Matches;
    for (const key of entityKeysOf(view.view)) seenKeys.add(key);
    warnings.push(...warnAboutMatches(view, matched));
    const inTime = kept.filter((row) => !isLost(matched, row));
    const sorted = sortByFeatureTime(inTime, view, matched);
    const distinct = keepLastPerKey(sorted, frame, [...seenKeys]);
    warnings.push(...lossWarnings(kept, inTime, view), ...collapseWarnings(inTime, distinct, view));
    kept = distinct;
  }
  const entityRows = Int32Array.from(kept);
  return {
    entityRows,
    views: matches.map(({ rows, outcomes }) => ({
      rows: entityRows.map((row) => rows[row] as number),
      outcomes: Uint8Array.from(entityRows, (row) => outcomes[row] as number),
    })),
    warnings,
  };
};

function rowsInTimeOrder(frame: EntityFrame): readonly number[] {
  return Array.from(frame.order.times, (_, i) => frame.order.rows?.[i] ?? i);
}

/** P12: the left join keeps a row whose key the source lacks; the filter after it drops one with nothing in time. */
function isLost(matches: Matches, row: number): boolean {
  const outcome = outcomeAt(matches, row);
  return outcome === 'only-future-rows' || outcome === 'expired-by-ttl';
}

/** Stable by (event, creation time) of the matched row, unmatched rows first. */
function sortByFeatureTime(
  rows: readonly number[],
  { source }: SourcedView,
  { rows: used }: Matches,
): readonly number[] {
  const created = source.created === null ? null : creationTimes(source.created);
  const eventOf = (row: number): number => timeAt(source.times.values, used[row] as number);
  const createdOf = (row: number): number => (created === null ? 0 : timeAt(created, used[row] as number));
  return [...rows].sort((a, b) => ascending(eventOf(a), eventOf(b)) || ascending(createdOf(a), createdOf(b)));
}

function timeAt(times: Float64Array, row: number): number {
  return row < 0 ? Number.NEGATIVE_INFINITY : (times[row] as number);
}

function ascending(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** P14, P15, P17: of the rows alike in instant and the join keys seen so far, only the last stays, in its place. */
function keepLastPerKey(
  rows: readonly number[],
  frame: EntityFrame,
  keys: readonly string[],
): readonly number[] {
  const columns: Column[] = [...keys.map((key) => columnOf(frame.table, key)), frame.times];
  const { ids } = indexKeys(columns, frame.table.nRows, { nullsMatch: true });
  const lastOfId = new Map(rows.map((row) => [ids[row] as number, row]));
  return rows.filter((row) => lastOfId.get(ids[row] as number) === row);
}

function lossWarnings(
  before: readonly number[],
  after: readonly number[],
  { view }: SourcedView,
): readonly Problem[] {
  const lost = missingFrom(after, before);
  return warnAboutRows(lost, {
    code: 'row-lost',
    message: `${lost.length} rows are gone: '${view.name}' knows their key but has no row in time for them`,
    hint: "Feast's local store drops such rows from the whole result; a SQL store and the lab keep them with nulls",
  });
}

function collapseWarnings(
  before: readonly number[],
  after: readonly number[],
  { view }: SourcedView,
): readonly Problem[] {
  const lost = missingFrom(after, before);
  return warnAboutRows(lost, {
    code: 'row-collapsed',
    message: `${lost.length} rows are gone: at '${view.name}' another row has the same instant and join keys`,
    hint: "Feast's local store keeps one row per instant and join keys seen so far, whatever its other columns hold",
  });
}

function missingFrom(kept: readonly number[], all: readonly number[]): Int32Array {
  const set = new Set(kept);
  return Int32Array.from(all.filter((row) => !set.has(row))).sort();
}
