import type { Materialization } from '../../core/engine/faulty-materialization.ts';
import type { Interval } from '../../core/features/collections.ts';
import type { EntityDefinition } from '../../core/features/entity.ts';
import { collectDefinitions } from '../../core/features/feature-registry.ts';
import { FeatureView, type FeatureViewDefinition } from '../../core/features/feature-view.ts';
import { getHistoricalFeatures } from '../../core/features/historical-features.ts';
import type { MaterializedView } from '../../core/features/materialize.ts';
import { type OnlineValues, withReadings } from '../../core/features/online-features.ts';
import { isTable, type Table } from '../../core/table/table.ts';
import type { LabEngine } from '../lab-api/lab-engine.ts';
import type { RemoteChannel } from './channel.ts';
import { plainTable } from './remote-records.ts';
import { splitTask } from './remote-snapshots.ts';

/**
 * The feature store over a channel. Joins are made here, from whole tables, so that they can be stopped and tell each
 * row's lineage without waiting.
 */
export function createRemoteFeatures(
  { call }: RemoteChannel,
  knownViews: () => readonly FeatureViewDefinition[],
): Pick<LabEngine, 'features' | 'materialization'> {
  const tables = {
    readTable: async (name: string) => (await call('snapshots.readTable', [name])) as Table,
  };
  return {
    features: {
      apply: async (objects) => {
        const applied = collectDefinitions(Array.isArray(objects) ? objects : [objects]);
        await call('features.apply', [applied]);
      },
      listEntities: async () => (await call('features.listEntities', [])) as readonly EntityDefinition[],
      materializationIntervals: async (name) =>
        (await call('features.materializationIntervals', [name])) as readonly Interval[],
      getHistoricalFeatures: async (request) => {
        const views = new Map(knownViews().map((view) => [view.name, view]));
        return getHistoricalFeatures({ views, tables }, request);
      },
      getOnlineFeatures: async (request) => {
        const { features, entityRows, ...rest } = request ?? {};
        const plain = {
          ...rest,
          ...(features !== undefined && { features: toReferences(features) }),
          ...(entityRows !== undefined && {
            entityRows: isTable(entityRows) ? plainTable(entityRows) : entityRows,
          }),
        };
        return withReadings((await call('features.getOnlineFeatures', [plain])) as OnlineValues);
      },
    },
    materialization: createRemoteMaterialization({ call }),
  };
}

function createRemoteMaterialization({ call }: RemoteChannel): Materialization {
  return {
    materialize: async (start, end, options = {}) => {
      const { task, plain } = splitTask(options);
      return (await call('features.materialize', [start, end, plain], task)) as readonly MaterializedView[];
    },
    materializeIncremental: async (end, options = {}) => {
      const { task, plain } = splitTask(options);
      return (await call(
        'features.materializeIncremental',
        [end, plain],
        task,
      )) as readonly MaterializedView[];
    },
  };
}

/** Feature views asked for whole cross as their definitions. */
function toReferences(features: unknown): unknown {
  if (!Array.isArray(features)) return features;
  return features.map((feature) => (feature instanceof FeatureView ? feature.toDefinition() : feature));
}
