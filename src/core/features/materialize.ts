import { checkOptions } from '../check-options.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database.ts';
import { quote, TypeMismatchError, ValueError } from '../errors.ts';
import { pack, unpack } from '../table/pack.ts';
import type { Table } from '../table/table.ts';
import { type Instant, toEpochMs } from '../table/timestamps.ts';
import { type TaskOptions, throwIfCancelled } from '../task.ts';
import type { FeatureCollections, FeatureViewRecord, Interval } from './collections.ts';
import { days } from './durations.ts';
import { FeatureViewNotFoundException } from './errors.ts';
import { readViews } from './feature-registry.ts';
import { openSource, type TableReader } from './feature-source.ts';
import { type LatestRows, latestRows, upsert } from './online-table.ts';

/** Options of a materialization; without a list, all views with `online: true` (stack semantics O6). */
export interface MaterializeOptions extends TaskOptions {
  readonly featureViews?: readonly string[];
}

/** What a materialization did for one view. */
export interface MaterializedView {
  readonly view: string;
  /** Source rows whose event time lies in the interval. */
  readonly rowsRead: number;
  /** Entities written: one row each. */
  readonly rowsWritten: number;
  readonly interval: { readonly start: Date; readonly end: Date };
}

/** What materializing needs of the feature store. */
export interface MaterializeContext {
  readonly database: Database<FeatureCollections>;
  readonly tables: TableReader;
  readonly clock: Clock;
  /**
   * Until when a view's rows have arrived when it is materialized up to `endMs`; null where its job does not run. All
   * rows have arrived where this is left out.
   */
  readonly arrivedUpTo?: (view: string, endMs: number) => number | null;
}

/**
 * Writes per view and entity the latest row with an event time in [start, end] to the online store and records the
 * interval (O1–O7). All views or none: one transaction. O(rows of the tables). `ValueError` for start > end.
 */
export async function materialize(
  context: MaterializeContext,
  [start, end]: readonly [Instant, Instant],
  options: MaterializeOptions = {},
): Promise<readonly MaterializedView[]> {
  const interval: Interval = [instantOf('start', start), instantOf('end', end)];
  if (interval[0] > interval[1]) {
    throw new ValueError(
      `start ${isoOf(interval[0])} is after end ${isoOf(interval[1])}`,
      'give the earlier instant first',
    );
  }
  return materializeIntervals(context, () => interval, options);
}

/**
 * Materializes from the most recent end up to `end` (O8–O11): the greatest end of all intervals, else now − ttl,
 * else now − 52 weeks; now is the clock's. An `end` before the start reads nothing, yet its interval is recorded.
 */
export async function materializeIncremental(
  context: MaterializeContext,
  end: Instant,
  options: MaterializeOptions = {},
): Promise<readonly MaterializedView[]> {
  const endMs = instantOf('end', end);
  const now = context.clock.now();
  const startOf = ({ intervals, definition }: FeatureViewRecord): number =>
    intervals.length > 0
      ? Math.max(...intervals.map(([, intervalEnd]) => intervalEnd))
      : now - (definition.ttlMs > 0 ? definition.ttlMs : days(7 * 52));
  return materializeIntervals(context, (record) => [startOf(record), endMs], options);
}

/** What is to be written for one view; no rows where its job does not run. */
interface PreparedView {
  readonly record: FeatureViewRecord;
  readonly interval: Interval;
  readonly rows: LatestRows | null;
}

async function materializeIntervals(
  { database, tables, arrivedUpTo }: MaterializeContext,
  intervalOf: (record: FeatureViewRecord) => Interval,
  options: MaterializeOptions,
): Promise<readonly MaterializedView[]> {
  const { featureViews, onProgress, signal } = checkOptions('store.materialize', options, {
    optional: ['featureViews', 'onProgress', 'signal'],
  });
  const records = chooseViews(await database.read(['featureViews'], readViews), featureViews);
  const read = new Map<string, Table>();
  const total = records.length;
  const prepared: PreparedView[] = [];
  for (const [done, record] of records.entries()) {
    throwIfCancelled(signal, 'the materialization');
    onProgress?.({ done, total, unit: 'tables', label: record.name });
    const interval = intervalOf(record);
    const arrivedMs = arrivedUpTo === undefined ? interval[1] : arrivedUpTo(record.name, interval[1]);
    if (arrivedMs === null) {
      prepared.push({ record, interval, rows: null });
      continue;
    }
    const { table: name } = record.definition.source;
    const table = read.get(name) ?? (await tables.readTable(name));
    read.set(name, table);
    const rows = latestRows(openSource(record.definition, table), interval[0], arrivedMs);
    prepared.push({ record, interval, rows });
  }
  throwIfCancelled(signal, 'the materialization');
  await database.write(['featureViews', 'onlineTables'], async (transaction) => {
    for (const { record, interval, rows } of prepared) {
      if (rows === null) continue;
      const stored = await transaction.get('featureViews', record.name);
      const online = await transaction.get('onlineTables', record.name);
      const current = online === undefined ? null : unpack(online.table);
      const hasRows = rows.table.nRows > 0;
      if (hasRows) {
        const table = pack(upsert(current, rows.table, record.definition));
        await transaction.put('onlineTables', { view: record.name, table });
      }
      const { intervals, onlineRevision } = stored ?? record;
      await transaction.put('featureViews', {
        ...(stored ?? record),
        intervals: [...intervals, interval],
        onlineRevision: onlineRevision + (hasRows ? 1 : 0),
      });
    }
  });
  onProgress?.({ done: total, total, unit: 'tables', label: 'online store' });
  return prepared.map(({ record, interval, rows }) => ({
    view: record.name,
    rowsRead: rows?.nRowsRead ?? 0,
    rowsWritten: rows?.table.nRows ?? 0,
    interval: { start: new Date(interval[0]), end: new Date(interval[1]) },
  }));
}

function chooseViews(
  views: ReadonlyMap<string, FeatureViewRecord>,
  names: readonly string[] | undefined,
): readonly FeatureViewRecord[] {
  if (names === undefined) return [...views.values()].filter(({ definition }) => definition.online);
  if (!Array.isArray(names)) {
    throw new TypeMismatchError(`featureViews is ${quote(names)}`, "give a list of names: ['view', ...]");
  }
  return [...new Set(names)].map((name) => {
    if (typeof name !== 'string') {
      throw new TypeMismatchError(
        `featureViews lists ${quote(name)}`,
        'name the views, rather than give the views themselves',
      );
    }
    const record = views.get(name);
    if (record === undefined) throw new FeatureViewNotFoundException(name, views.keys());
    if (!record.definition.online) {
      throw new ValueError(
        `feature view ${quote(name)} is not online`,
        'set online: true on it and apply it again',
      );
    }
    return record;
  });
}

function instantOf(argument: 'start' | 'end', instant: Instant): number {
  if (instant !== undefined && instant !== null) return toEpochMs(instant);
  throw new TypeMismatchError(
    `${argument} is ${quote(instant)}`,
    "give instants such as '2024-01-31T00:00:00Z': materialize(start, end), materializeIncremental(end)",
  );
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}
