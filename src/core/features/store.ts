import type { Clock } from '../clock.ts';
import type { Database } from '../database.ts';
import type { Table } from '../table/table.ts';
import type { Instant } from '../table/timestamps.ts';
import type { FeatureCollections, FeatureViewRecord, Interval } from './collections.ts';
import type { EntityDefinition } from './entity.ts';
import { FeatureViewNotFoundException } from './errors.ts';
import { collectDefinitions, type FeatureObject, readViews, storeDefinitions } from './feature-registry.ts';
import type { TableReader } from './feature-source.ts';
import type { FeatureViewDefinition } from './feature-view.ts';
import { FeatureView } from './feature-view.ts';
import {
  getHistoricalFeatures,
  type HistoricalFeatures,
  type HistoricalFeaturesRequest,
} from './historical-features.ts';
import {
  type MaterializedView,
  type MaterializeOptions,
  materialize,
  materializeIncremental,
} from './materialize.ts';
import { getOnlineFeatures, type OnlineFeatures, type OnlineFeaturesRequest } from './online-features.ts';
import { createOnlineReader } from './online-store.ts';

/** Feast's `FeatureStore`: definitions, point-in-time joins and the online store, over a database. */
export interface FeatureStore {
  /**
   * Checks everything, then stores all of it or nothing. A view that was there keeps its intervals (O12). Gives all views
   * that are applied now, in order of their names.
   */
  apply(objects: FeatureObject | readonly FeatureObject[]): Promise<readonly FeatureView[]>;
  /** In order of their names. */
  listFeatureViews(): Promise<readonly FeatureView[]>;
  getFeatureView(name: string): Promise<FeatureView>;
  listEntities(): Promise<readonly EntityDefinition[]>;
  /** The windows a view was materialized over, in the order it happened (O7). */
  materializationIntervals(name: string): Promise<readonly Interval[]>;
  /** A view's online rows, one per entity, with their event times in the column `EVENT_TIME`; null before the first. */
  onlineTable(name: string): Promise<Table | null>;
  getHistoricalFeatures(request: HistoricalFeaturesRequest): Promise<HistoricalFeatures>;
  materialize(
    start: Instant,
    end: Instant,
    options?: MaterializeOptions,
  ): Promise<readonly MaterializedView[]>;
  materializeIncremental(end: Instant, options?: MaterializeOptions): Promise<readonly MaterializedView[]>;
  getOnlineFeatures(request: OnlineFeaturesRequest): Promise<OnlineFeatures>;
}

/** What a feature store is made of: where it keeps things, where tables come from, and what time it is. */
export interface FeatureStoreOptions {
  readonly database: Database<FeatureCollections>;
  readonly tables: TableReader;
  readonly clock: Clock;
}

/** A feature store over `database`; several over the same database see each other's writes. */
export function createFeatureStore({ database, tables, clock }: FeatureStoreOptions): FeatureStore {
  const online = createOnlineReader(database);
  const records = (): Promise<ReadonlyMap<string, FeatureViewRecord>> =>
    database.read(['featureViews'], readViews);
  const recordOf = async (name: string): Promise<FeatureViewRecord> => {
    const views = await records();
    const record = views.get(name);
    if (record === undefined) throw new FeatureViewNotFoundException(name, views.keys());
    return record;
  };
  const definitions = async (): Promise<ReadonlyMap<string, FeatureViewDefinition>> =>
    new Map([...(await records())].map(([name, { definition }]) => [name, definition]));

  return {
    apply: async (objects) => {
      const applied = collectDefinitions(Array.isArray(objects) ? objects : [objects]);
      return database.write(['entities', 'featureViews', 'onlineTables'], async (transaction) => {
        await storeDefinitions(transaction, applied);
        return toViews(await readViews(transaction));
      });
    },
    listFeatureViews: async () => toViews(await records()),
    getFeatureView: async (name) => new FeatureView((await recordOf(name)).definition),
    listEntities: () => database.read(['entities'], (transaction) => transaction.getAll('entities')),
    materializationIntervals: async (name) => (await recordOf(name)).intervals,
    onlineTable: async (name) => {
      await recordOf(name);
      return (await online.read(() => [name])).rowsOf(name).table;
    },
    getHistoricalFeatures: async (request) =>
      getHistoricalFeatures({ views: await definitions(), tables }, request),
    materialize: (start, end, options) => materialize({ database, tables, clock }, [start, end], options),
    materializeIncremental: (end, options) =>
      materializeIncremental({ database, tables, clock }, end, options),
    getOnlineFeatures: (request) => getOnlineFeatures({ online, clock }, request),
  };
}

function toViews(records: ReadonlyMap<string, FeatureViewRecord>): readonly FeatureView[] {
  return [...records.values()].map(({ definition }) => new FeatureView(definition));
}
