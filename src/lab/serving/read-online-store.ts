import { EVENT_TIME } from '../../core/features/online-table.ts';
import { columnOf, type Table } from '../../core/table/table.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What the online store holds of one view. Instants are UTC milliseconds. */
export interface OnlineView {
  readonly name: string;
  /** 0 is unlimited. */
  readonly ttlMs: number;
  /** Entities with a row. */
  readonly nRows: number;
  /** Of those, how many are older than the view's ttl by the clock. */
  readonly nTooOld: number;
  readonly newestEvent: number | null;
  /** How many rows are of the newest event timestamp. */
  readonly nNewest: number;
  readonly oldestEvent: number | null;
  /** The windows it was materialized over, in the order it happened. */
  readonly intervals: readonly { readonly start: number; readonly end: number }[];
}

/** The online store by the clock. */
export interface OnlineStoreState {
  readonly now: number;
  readonly views: readonly OnlineView[];
  /** Instants of the snapshots that the views read, ascending. */
  readonly snapshots: readonly number[];
}

/** Reads what is online, per view in the order of their names. O(online rows). */
export async function readOnlineStore({ engine }: Pick<Workspace, 'engine'>): Promise<OnlineStoreState> {
  const now = engine.time.clock.now();
  const definitions = (await engine.features.listFeatureViews()).filter(({ online }) => online);
  const sources = new Set(definitions.map(({ source }) => source.table));
  const tables = (await engine.snapshots.listTables()).filter(({ name }) => sources.has(name));
  const views = await Promise.all(
    definitions.map(async ({ name, ttl }): Promise<OnlineView> => {
      const [table, intervals] = await Promise.all([
        engine.features.onlineTable(name),
        engine.features.materializationIntervals(name),
      ]);
      return {
        name,
        ttlMs: ttl,
        ...freshness(table, ttl, now),
        intervals: intervals.map(([start, end]) => ({ start, end })),
      };
    }),
  );
  const instants = new Set(tables.flatMap(({ asOf }) => asOf.map(toMs)));
  return { now, views, snapshots: [...instants].sort((a, b) => a - b) };
}

function freshness(table: Table | null, ttlMs: number, now: number) {
  if (table === null || table.nRows === 0) {
    return { nRows: 0, nTooOld: 0, newestEvent: null, nNewest: 0, oldestEvent: null };
  }
  let newest = Number.NEGATIVE_INFINITY;
  let oldest = Number.POSITIVE_INFINITY;
  let nTooOld = 0;
  let nNewest = 0;
  for (const time of columnOf(table, EVENT_TIME).values) {
    if (time > newest) nNewest = 0;
    newest = Math.max(newest, time);
    if (time === newest) nNewest++;
    oldest = Math.min(oldest, time);
    if (ttlMs > 0 && now - time > ttlMs) nTooOld++;
  }
  return { nRows: table.nRows, nTooOld, newestEvent: newest, nNewest, oldestEvent: oldest };
}

/** A snapshot's instant is given as a date where it is midnight. */
function toMs(asOf: string): number {
  return Date.parse(asOf.length === 10 ? `${asOf}T00:00:00Z` : asOf);
}
