import type { Database } from '../database.ts';
import { createFeatureStore, type FeatureStore } from '../features/store.ts';
import type { Problem } from '../problem.ts';
import { createRegistry, type Registry } from '../registry/registry.ts';
import { type Api, createApi } from '../serving/api.ts';
import { createFaults, type Faults } from '../serving/faults.ts';
import { createRequestLog, type RequestLog } from '../serving/request-log.ts';
import { SnapshotStore } from '../snapshots/snapshot-store.ts';
import type { IdSource } from '../tracking/id-source.ts';
import { createTracking, type Tracking } from '../tracking/tracking.ts';
import type { Classifier, EstimatorArtifact } from '../training/estimator.ts';
import type { ForestExecutor } from '../training/forest/forest-executor.ts';
import { restoreEstimator } from '../training/restore-estimator.ts';
import type { TfjsRuntime } from '../training/tfjs/tfjs-runtime.ts';
import { type KeptClock, openClock } from './clock-setting.ts';
import type { LabCollections } from './collections.ts';
import { createFaultyMaterialization, type Materialization } from './faulty-materialization.ts';
import { type KnownViews, watchViews } from './known-views.ts';
import { createModelResolver } from './model-resolver.ts';
import { createOnlineFeatureReader } from './online-feature-reader.ts';
import { watchRegistry } from './watch-registry.ts';
import { watchServing } from './watch-serving.ts';

/** What the engine takes from its host: core has no storage, threads, time or chance of its own. */
export interface EngineHost {
  readonly database: Database<LabCollections>;
  readonly ids: IdSource;
  /** Who works in the lab; runs and stage changes carry the name. */
  readonly user: string;
  readonly executor: ForestExecutor;
  readonly tfjs: TfjsRuntime;
  /** Milliseconds that only ever grow, for latencies. */
  readonly timer: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly onWarning?: ((problem: Problem) => void) | undefined;
}

/** The whole route over one database: what the app and the cells are views on. */
export interface Engine {
  readonly time: KeptClock;
  readonly snapshots: SnapshotStore;
  readonly features: FeatureStore;
  readonly views: KnownViews;
  /** The feature store's materialization, with the injected faults. */
  readonly materialization: Materialization;
  readonly tracking: Tracking;
  readonly registry: Registry;
  readonly api: Api;
  readonly requestLog: RequestLog;
  readonly faults: Faults;
  /** The fitted classifier that an artifact describes. */
  restore(artifact: EstimatorArtifact): Classifier;
  /** Calls `listener` after every start, restart and stop of the API, and every change of the faults. */
  onServingChange(listener: () => void): void;
}

/** Puts the rooms together over `host`. Reads the clock's setting and the applied feature views. */
export async function createEngine(host: EngineHost): Promise<Engine> {
  const { database, ids, user, timer, sleep } = host;
  const time = await openClock(database);
  const { clock, writeWithClock } = time;
  const restore = (artifact: EstimatorArtifact) =>
    restoreEstimator(artifact, { executor: host.executor, runtime: host.tfjs });
  const snapshots = new SnapshotStore({ database, clock, writeWithClock });
  const { features, views } = await watchViews(createFeatureStore({ database, tables: snapshots, clock }));
  const tracking = createTracking({ database, clock, ids, user, onWarning: host.onWarning });
  const records = createRegistry({ database, clock, ids, user, onWarning: host.onWarning });
  const listeners: (() => void)[] = [];
  const tellAll = (): void => {
    for (const listener of listeners) listener();
  };
  const unwatchedFaults = createFaults();
  const requestLog = createRequestLog(database);
  const unwatchedApi = createApi({
    models: createModelResolver({ registry: records, tracking: tracking.client, restore }),
    online: createOnlineFeatureReader(features),
    clock,
    log: requestLog,
    faults: unwatchedFaults,
    timer,
    sleep,
  });
  const { api, faults } = watchServing({ api: unwatchedApi, faults: unwatchedFaults }, tellAll);
  // So that the API's status tells at once that a promotion left it behind.
  const registry = watchRegistry(records, api.checkModel);
  const materialization = createFaultyMaterialization({ database, tables: snapshots, clock }, faults);
  return {
    ...{ time, snapshots, features, views, materialization, tracking, registry, api, requestLog, faults },
    restore,
    onServingChange: (listener) => void listeners.push(listener),
  };
}
