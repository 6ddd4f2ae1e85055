import { checkOptions } from '../check-options.ts';
import type { Clock } from '../clock.ts';
import { ownMember } from '../own-member.ts';
import type { Cell, Column } from '../table/column.ts';
import { createTable, type Table } from '../table/table.ts';
import { takeColumn } from '../table/take.ts';
import { toRows } from '../table/to-rows.ts';
import type { FeatureViewRecord } from './collections.ts';
import { OperationalError } from './errors.ts';
import {
  type FeatureRequest,
  type RequestedFeature,
  type RequestedView,
  resolveFeatures,
} from './feature-reference.ts';
import { entityKeysOf, type FeatureViewDefinition } from './feature-view.ts';
import { type EntityRowsInput, type EntityValues, keyColumn, readEntityRows } from './online-rows.ts';
import type { OnlineReader, OnlineRows } from './online-store.ts';
import { EVENT_TIME, isAbsent } from './online-table.ts';

/** How a value was found. Feast's Python SDK only knows PRESENT and NOT_FOUND (stack semantics O15, O16). */
export type FeatureStatus = 'PRESENT' | 'NULL_VALUE' | 'NOT_FOUND' | 'OUTSIDE_MAX_AGE';

/** Arguments of `getOnlineFeatures`. */
export interface OnlineFeaturesRequest {
  readonly features: readonly FeatureRequest[];
  readonly entityRows: EntityRowsInput;
  readonly fullFeatureNames?: boolean;
  /** Tell nulls and values older than the view's ttl apart, as Feast's Go and Java servers do (O16, O17). */
  readonly strictTtl?: boolean;
}

/** The plain part of `OnlineFeatures`: what crosses threads. */
export interface OnlineValues {
  /** Join keys, then the features in the order asked for. A value outside its max age is still there. */
  readonly table: Table;
  readonly statuses: readonly Readonly<Record<string, FeatureStatus>>[];
  /** When each value was true; null where nothing was found. */
  readonly eventTimestamps: readonly Readonly<Record<string, Date | null>>[];
  /** The clock's now minus the event time, in milliseconds; null where nothing was found. */
  readonly ageMs: readonly Readonly<Record<string, number | null>>[];
}

/** Online features, one row per entity row, in the order of the request, duplicates included (O14). */
export interface OnlineFeatures extends OnlineValues {
  toRows(): readonly Readonly<Record<string, Cell>>[];
  /** One list per column; with event timestamps also `<column>__ts` in epoch seconds, 0 for keys and misses (O18). */
  toDict(options?: {
    readonly includeEventTimestamps?: boolean;
  }): Readonly<Record<string, readonly (Cell | number)[]>>;
}

/** What an online read needs of the feature store. */
export interface OnlineFeaturesContext {
  readonly online: OnlineReader;
  readonly clock: Clock;
}

/**
 * The online values of some entities. Views miss independently (O19). By default as Feast's Python SDK: a stored null
 * and an expired value are PRESENT (O15). Errors: those of `resolveFeatures`, of the entity rows (O13), and
 * `OperationalError` for a view that is not online (O20). O(entities) once the view's rows are in memory.
 */
export async function getOnlineFeatures(
  { online, clock }: OnlineFeaturesContext,
  request: OnlineFeaturesRequest,
): Promise<OnlineFeatures> {
  checkOptions('store.getOnlineFeatures', request, {
    required: ['entityRows'],
    optional: ['features', 'fullFeatureNames', 'strictTtl'],
  });
  const { features, fullFeatureNames = false, strictTtl = false } = request;
  const entities = readEntityRows(request.entityRows);
  const state = await online.read((views) =>
    resolve(features, views, fullFeatureNames).map(({ view }) => storedName(view)),
  );
  const requested = resolve(features, state.views, fullFeatureNames);
  const answer: Answer = { keys: new Map(), features: new Map() };
  const now = clock.now();
  for (const entry of requested) {
    if (!entry.view.online) throw new OperationalError(entry.view.name);
    readView(entry, { entities, rows: state.rowsOf(storedName(entry.view)), strictTtl, now, answer });
  }
  return present(answer, { nRows: entities.nRows, order: [...entities.values.keys()], now });
}

/** Online values with the two forms that they are read in. */
export function withReadings(values: OnlineValues): OnlineFeatures {
  const { table, eventTimestamps } = values;
  return {
    ...values,
    toRows: () => toRows(table),
    toDict: ({ includeEventTimestamps = false } = {}) => {
      const rows = toRows(table);
      const lists = new Map<string, (Cell | number)[]>();
      for (const name of table.columns.keys()) {
        lists.set(
          name,
          rows.map((row) => row[name] as Cell),
        );
        if (!includeEventTimestamps) continue;
        const seconds = (row: number): number =>
          Math.floor((ownMember(eventTimestamps[row] ?? {}, name)?.getTime() ?? 0) / 1000);
        lists.set(
          `${name}__ts`,
          rows.map((_, row) => seconds(row)),
        );
      }
      return Object.fromEntries(lists);
    },
  };
}

interface Answer {
  readonly keys: Map<string, Column>;
  readonly features: Map<string, FoundColumn>;
}

interface FoundColumn {
  readonly column: Column;
  readonly statuses: readonly FeatureStatus[];
  /** NaN where nothing was found. */
  readonly eventTimes: Float64Array;
}

function resolve(
  features: readonly FeatureRequest[],
  views: ReadonlyMap<string, FeatureViewRecord>,
  fullFeatureNames: boolean,
): readonly RequestedView[] {
  const definitions = new Map([...views].map(([name, { definition }]) => [name, definition]));
  return resolveFeatures(features, definitions, fullFeatureNames);
}

function storedName(view: FeatureViewDefinition): string {
  return view.aliasOf ?? view.name;
}

function readView(
  { view, features }: RequestedView,
  scope: {
    readonly entities: EntityValues;
    readonly rows: OnlineRows;
    readonly strictTtl: boolean;
    readonly now: number;
    readonly answer: Answer;
  },
): void {
  const { entities, rows, answer } = scope;
  const keys = view.joinKeys.map((key, i) => {
    const name = entityKeysOf(view)[i] as string;
    const dtype =
      view.schema.find((field) => field.name === key)?.dtype ?? rows.table?.columns.get(key)?.dtype;
    // O13: the entity's own name still works in place of its one join key.
    const entityName = view.joinKeys.length === view.entities.length ? view.entities[i] : undefined;
    const names = entityName === undefined ? [name] : [name, entityName];
    const column = keyColumn(entities, name, { dtype, names });
    answer.keys.set(name, column);
    return column;
  });
  const positions =
    rows.table === null || rows.table.nRows === 0
      ? new Int32Array(entities.nRows).fill(-1)
      : rows.index.find(keys, entities.nRows);
  for (const feature of features) {
    answer.features.set(feature.column, readFeature(feature, { ...scope, view, positions }));
  }
}

function readFeature(
  { field }: RequestedFeature,
  scope: {
    readonly view: FeatureViewDefinition;
    readonly rows: OnlineRows;
    readonly positions: Int32Array;
    readonly strictTtl: boolean;
    readonly now: number;
  },
): FoundColumn {
  const { view, rows, strictTtl, now } = scope;
  const { table } = rows;
  const positions = scope.positions.map((row) =>
    row < 0 || table === null || isAbsent(table, field.name, row) ? -1 : row,
  );
  const source = table?.columns.get(field.name) ?? emptyColumn(field.dtype);
  const column = takeColumn(source, positions);
  const times = table?.columns.get(EVENT_TIME)?.values;
  const eventTimes = Float64Array.from(positions, (row) => (row < 0 ? Number.NaN : (times?.[row] as number)));
  const statuses = Array.from(positions, (position, row): FeatureStatus => {
    if (position < 0) return 'NOT_FOUND';
    if (!strictTtl) return 'PRESENT';
    if (isOutsideMaxAge(eventTimes[row] as number, now, view.ttlMs)) return 'OUTSIDE_MAX_AGE';
    return column.nulls?.[row] === 1 ? 'NULL_VALUE' : 'PRESENT';
  });
  return { column, statuses, eventTimes };
}

/** O16: whole seconds on both sides, strictly greater; a ttl of less than a second is none. */
function isOutsideMaxAge(eventTime: number, now: number, ttlMs: number): boolean {
  const seconds = (ms: number): number => Math.floor(ms / 1000);
  return seconds(ttlMs) > 0 && seconds(now) - seconds(eventTime) > seconds(ttlMs);
}

function emptyColumn(dtype: Column['dtype']): Column {
  if (dtype === 'string') return { dtype, values: new Int32Array(0), dictionary: [], nulls: null };
  if (dtype === 'bool') return { dtype, values: new Uint8Array(0), nulls: null };
  return { dtype, values: new Float64Array(0), nulls: null };
}

function present(
  { keys, features }: Answer,
  { nRows, order, now }: { readonly nRows: number; readonly order: readonly string[]; readonly now: number },
): OnlineFeatures {
  const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  const keyColumns = [...keys].sort(([a], [b]) => rank(a) - rank(b));
  const table: Table = {
    ...createTable([
      ...keyColumns.filter(([name]) => !features.has(name)),
      ...[...features].map(([name, { column }]) => [name, column] as const),
    ]),
    nRows,
  };
  const perRow = <T>(cellOf: (found: FoundColumn, row: number) => T): readonly Record<string, T>[] =>
    Array.from({ length: nRows }, (_, row) =>
      Object.fromEntries([...features].map(([name, found]) => [name, cellOf(found, row)])),
    );
  const timeAt = ({ eventTimes }: FoundColumn, row: number): number | null => {
    const time = eventTimes[row] as number;
    return Number.isNaN(time) ? null : time;
  };
  return withReadings({
    table,
    statuses: perRow(({ statuses }, row) => statuses[row] as FeatureStatus),
    eventTimestamps: perRow((found, row) => {
      const time = timeAt(found, row);
      return time === null ? null : new Date(time);
    }),
    ageMs: perRow((found, row) => {
      const time = timeAt(found, row);
      return time === null ? null : now - time;
    }),
  });
}
