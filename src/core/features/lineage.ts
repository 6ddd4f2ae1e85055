import { IndexError } from '../errors.ts';
import type { Cell } from '../table/column.ts';
import { takeColumn } from '../table/take.ts';
import { rowAt } from '../table/to-rows.ts';
import { type EntityFrame, keyColumns } from './entity-frame.ts';
import type { JoinedView } from './joined-view.ts';
import { indexKeys } from './key-index.ts';
import { creationTimes, OUTCOMES, type Outcome } from './point-in-time-join.ts';
import { lacksTime } from './time-order.ts';

/** A source row as lineage shows it. */
export interface SourceRow {
  /** Position in the source table, from 0. */
  readonly rowIndex: number;
  readonly row: Readonly<Record<string, Cell>>;
  readonly eventTimestamp: Date;
  readonly createdTimestamp: Date | null;
  /** Entity instant minus event time; negative for a row of the future. */
  readonly ageMs: number;
}

/** Where the features that one view gave to one row came from, and why. */
export interface FeatureLineage {
  readonly view: string;
  readonly sourceTable: string;
  readonly reason: Outcome;
  /** The row used, and its parts once more for short; null where there was none. */
  readonly used: SourceRow | null;
  readonly row: Readonly<Record<string, Cell>> | null;
  readonly rowIndex: number | null;
  readonly eventTimestamp: Date | null;
  readonly createdTimestamp: Date | null;
  readonly ageMs: number | null;
  /** The first row of the same key after the entity's instant: what a careless join would have leaked. */
  readonly nextFutureRow: SourceRow | null;
  /** The latest row before the instant, where its age exceeded the ttl. */
  readonly expiredRow: SourceRow | null;
}

/** What `explainRow` needs of a join's result. */
export interface ExplainedJoin {
  readonly frame: EntityFrame;
  readonly views: readonly JoinedView[];
  /** Per output row its entity row. */
  readonly entityRows: Int32Array;
}

/**
 * The lineage of one output row, one entry per view. Nothing but the used row was kept by the join: its neighbours
 * are looked up here, O(source rows) per view.
 */
export function explainRow(join: ExplainedJoin, rowIndex: number): readonly FeatureLineage[] {
  const entityRow = join.entityRows[rowIndex];
  if (entityRow === undefined) {
    throw new IndexError(
      `row ${rowIndex} is not in the result`,
      `rows are counted from 0 to ${join.entityRows.length - 1}`,
    );
  }
  const now = join.frame.times.values[entityRow] as number;
  return join.views.map((joined) => {
    const usedRow = joined.rows[rowIndex] as number;
    const used = usedRow < 0 ? null : describeRow(joined, usedRow, now);
    const { latestPast, nextFuture } = neighbours(join.frame, joined, entityRow);
    const reason = OUTCOMES[joined.outcomes[rowIndex] as number] as Outcome;
    return {
      view: joined.view.name,
      sourceTable: joined.view.source.table,
      reason,
      used,
      row: used?.row ?? null,
      rowIndex: used?.rowIndex ?? null,
      eventTimestamp: used?.eventTimestamp ?? null,
      createdTimestamp: used?.createdTimestamp ?? null,
      ageMs: used?.ageMs ?? null,
      nextFutureRow: nextFuture < 0 ? null : describeRow(joined, nextFuture, now),
      expiredRow:
        reason === 'expired-by-ttl' && latestPast >= 0 ? describeRow(joined, latestPast, now) : null,
    };
  });
}

function describeRow({ source }: JoinedView, rowIndex: number, now: number): SourceRow {
  const eventTime = source.times.values[rowIndex] as number;
  const { created } = source;
  const hasCreated = created !== null && !lacksTime(created, rowIndex);
  return {
    rowIndex,
    row: rowAt(source.table, rowIndex),
    eventTimestamp: new Date(eventTime),
    createdTimestamp: hasCreated ? new Date(created.values[rowIndex] as number) : null,
    ageMs: now - eventTime,
  };
}

/** The rows of the entity's key next to its instant on both sides, −1 for none; ties as the join breaks them. */
function neighbours(
  frame: EntityFrame,
  { view, source }: JoinedView,
  entityRow: number,
): { readonly latestPast: number; readonly nextFuture: number } {
  const now = frame.times.values[entityRow] as number;
  const one = Int32Array.of(entityRow);
  const index = indexKeys(
    keyColumns(frame, view).map((column) => takeColumn(column, one)),
    1,
  );
  const keyIds = index.find(source.keys, source.table.nRows);
  const created = source.created === null ? null : creationTimes(source.created);
  const isLater = (row: number, rival: number): boolean => {
    const difference = (source.times.values[row] as number) - (source.times.values[rival] as number);
    if (difference !== 0) return difference > 0;
    return created === null || (created[row] as number) >= (created[rival] as number);
  };
  let latestPast = -1;
  let nextFuture = -1;
  for (let row = 0; row < keyIds.length; row++) {
    if (keyIds[row] !== 0 || lacksTime(source.times, row)) continue;
    if ((source.times.values[row] as number) <= now) {
      if (latestPast < 0 || isLater(row, latestPast)) latestPast = row;
    } else if (nextFuture < 0 || !isLater(row, nextFuture)) {
      nextFuture = row;
    }
  }
  return { latestPast, nextFuture };
}
