import type { KeptClock } from '../../core/engine/clock-setting.ts';
import type { Engine } from '../../core/engine/create-engine.ts';
import type { KnownViews } from '../../core/engine/known-views.ts';
import type { FeatureStore } from '../../core/features/store.ts';
import type { Api } from '../../core/serving/api.ts';
import type { Faults } from '../../core/serving/faults.ts';
import type { RequestLog } from '../../core/serving/request-log.ts';
import type { SnapshotStore } from '../../core/snapshots/snapshot-store.ts';

/**
 * What the lab API works on: the engine itself, or a kernel's stand-in for one that is on the other side of a channel.
 * Where the engine answers at once the stand-in may need a moment.
 */
export interface LabEngine extends Pick<Engine, 'materialization' | 'tracking' | 'registry' | 'restore'> {
  readonly time: Pick<KeptClock, 'clock' | 'set' | 'advance'>;
  readonly views: Omit<KnownViews, 'reread'>;
  readonly snapshots: Pick<
    SnapshotStore,
    'loadDataset' | 'importMonth' | 'importTable' | 'listTables' | 'readSnapshot' | 'entityTable' | 'labels'
  >;
  readonly features: Pick<
    FeatureStore,
    'listEntities' | 'materializationIntervals' | 'getHistoricalFeatures' | 'getOnlineFeatures'
  > & { apply(...args: Parameters<FeatureStore['apply']>): Promise<unknown> };
  readonly api: Omit<Api, 'stop' | 'join'> & { stop(): void | Promise<void> };
  readonly requestLog: Pick<RequestLog, 'list'>;
  readonly faults: Pick<Faults, 'active'> & {
    inject(...args: Parameters<Faults['inject']>): void | Promise<void>;
    clear(): void | Promise<void>;
  };
}
