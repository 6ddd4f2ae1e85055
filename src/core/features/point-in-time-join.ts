import type { TimestampColumn } from '../table/column.ts';
import { lacksTime, orderByTime, type TimeOrder } from './time-order.ts';

/** Why an entity row got the row it got, or none. The order is that of the codes in `Matches.outcomes`. */
export const OUTCOMES = ['matched', 'key-unknown', 'only-future-rows', 'expired-by-ttl'] as const;
export type Outcome = (typeof OUTCOMES)[number];

const MATCHED = 0;
const KEY_UNKNOWN = 1;
const ONLY_FUTURE = 2;
const EXPIRED = 3;

/** The left side of a join: per entity row the id of its key (−1: has a null), and the rows by their instant. */
export interface EntityRows {
  readonly keyIds: Int32Array;
  readonly nKeys: number;
  /** Made once for all views. Rows left out of it match nothing. */
  readonly order: TimeOrder;
}

/** The right side: per source row the entity rows' id of its key (−1: not asked for), event and creation time. */
export interface SourceRows {
  readonly keyIds: Int32Array;
  readonly times: TimestampColumn;
  /** A missing creation time counts as the earliest. Null where the source declares no such column. */
  readonly created: TimestampColumn | null;
}

/** What the join found, in the order of the entity rows. */
export interface Matches {
  /** The source row used, −1 for none. */
  readonly rows: Int32Array;
  /** Positions in `OUTCOMES`. */
  readonly outcomes: Uint8Array;
  /** 1 where another row of the same key had the winner's event and creation time. */
  readonly tied: Uint8Array;
  /** How many source rows have no time, and so can never be used. */
  readonly nTimeless: number;
}

/**
 * For each entity row the source row with its key that was known then: the greatest (event time, creation time,
 * source position) with event time ≤ the entity's and, if `ttlMs` > 0, ≥ it minus `ttlMs`, both inclusive
 * (LAB-PIT, stack semantics P1–P9, L3, L4). One sweep through time over both sides, keeping the latest row per
 * key: O(entity rows + source rows), times sorted first where they are not already.
 */
export function matchPointInTime(entity: EntityRows, source: SourceRows, ttlMs: number): Matches {
  const nEntityRows = entity.keyIds.length;
  const rows = new Int32Array(nEntityRows).fill(-1);
  const outcomes = new Uint8Array(nEntityRows).fill(ONLY_FUTURE);
  const tied = new Uint8Array(nEntityRows);

  const { rows: sourceRows, times: sourceTimes } = orderByTime(source.times);
  const { rows: entityRows, times: entityTimes } = entity.order;
  const sourceKeys = source.keyIds;
  const created = source.created === null ? null : creationTimes(source.created);

  // Both hold places in the source's time order: the latest row per key, and the latest that tied when it came.
  // Keys are shifted by one, so that slot 0 takes all rows nobody asked for: cheaper than a branch per row.
  const latest = new Int32Array(entity.nKeys + 1).fill(-1);
  const latestTied = new Int32Array(entity.nKeys + 1).fill(-1);
  let next = 0;
  let latestTime = Number.NaN;
  let firstOfTime = 0;
  for (let i = 0; i < entityTimes.length; i++) {
    const now = entityTimes[i] as number;
    for (; next < sourceTimes.length; next++) {
      const time = sourceTimes[next] as number;
      if (time > now) break;
      if (time !== latestTime) {
        latestTime = time;
        firstOfTime = next;
      }
      const row = sourceRows === null ? next : (sourceRows[next] as number);
      const slot = (sourceKeys[row] as number) + 1;
      // Times only grow and equal times come in source order, so a newcomer wins unless it was created before.
      const rival = next === firstOfTime ? -1 : (latest[slot] as number);
      if (rival >= firstOfTime) {
        const rivalRow = sourceRows === null ? rival : (sourceRows[rival] as number);
        if (created !== null && (created[row] as number) < (created[rivalRow] as number)) continue;
        if (created === null || created[row] === created[rivalRow]) latestTied[slot] = next;
      }
      latest[slot] = next;
    }
    const entityRow = entityRows === null ? i : (entityRows[i] as number);
    const key = entity.keyIds[entityRow] as number;
    const winner = key < 0 ? -1 : (latest[key + 1] as number);
    if (winner < 0) continue;
    if (ttlMs > 0 && (sourceTimes[winner] as number) < now - ttlMs) {
      outcomes[entityRow] = EXPIRED;
      continue;
    }
    rows[entityRow] = sourceRows === null ? winner : (sourceRows[winner] as number);
    outcomes[entityRow] = MATCHED;
    tied[entityRow] = latestTied[key + 1] === winner ? 1 : 0;
  }
  markUnknownKeys(outcomes, entity, source);
  return { rows, outcomes, tied, nTimeless: source.keyIds.length - sourceTimes.length };
}

/** The name of an outcome's code. */
export function outcomeAt(matches: Matches, row: number): Outcome {
  return OUTCOMES[matches.outcomes[row] as number] as Outcome;
}

/** Creation times as plain numbers, the missing ones earliest. */
export function creationTimes(created: TimestampColumn): Float64Array {
  if (created.nulls === null) return created.values;
  return created.values.map((value, row) => (created.nulls?.[row] === 1 ? Number.NEGATIVE_INFINITY : value));
}

/** Tells "only future rows" from "no row at all", for the rows that found nothing before their time. */
function markUnknownKeys(outcomes: Uint8Array, entity: EntityRows, source: SourceRows): void {
  if (!outcomes.includes(ONLY_FUTURE)) return;
  const isKnown = new Uint8Array(entity.nKeys);
  for (let row = 0; row < source.keyIds.length; row++) {
    const key = source.keyIds[row] as number;
    if (key >= 0 && !lacksTime(source.times, row)) isKnown[key] = 1;
  }
  for (let row = 0; row < outcomes.length; row++) {
    if (outcomes[row] !== ONLY_FUTURE) continue;
    const key = entity.keyIds[row] as number;
    if (key < 0 || isKnown[key] === 0) outcomes[row] = KEY_UNKNOWN;
  }
}
