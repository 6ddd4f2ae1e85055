import type { HistoricalFeaturesRequest } from '../../core/features/historical-features.ts';
import type { FeatureLineage } from '../../core/features/lineage.ts';
import type { OnlineFeatures, OnlineFeaturesRequest } from '../../core/features/online-features.ts';
import type { FeatureStore } from '../../core/features/store.ts';
import type { Problem } from '../../core/problem.ts';
import type { Table } from '../../core/table/table.ts';
import { type AcceptedTable, refusePromise, toTable } from './accepted.ts';
import { type DanfoLoader, type DataFrame, isDataFrame } from './danfo.ts';
import type { LabEngine } from './lab-engine.ts';
import { LabTable } from './lab-table.ts';
import type { TaskContext } from './task-context.ts';

/** What the feature store of cells needs of the lab. */
export interface FeatureStoreContext extends Pick<LabEngine, 'features' | 'views' | 'materialization'> {
  readonly danfo: DanfoLoader;
  readonly tasks: TaskContext;
}

/** A point-in-time join's result: Feast's retrieval job, with what the join warns of and where each value came from. */
export class RetrievalJob extends LabTable {
  readonly warnings: readonly Problem[];
  /** Per view the source row that an output row's features came from, and why. Rows count from 0. */
  readonly lineage: (rowIndex: number) => readonly FeatureLineage[];

  constructor(
    joined: {
      readonly table: Table;
      readonly warnings: readonly Problem[];
      lineage(rowIndex: number): readonly FeatureLineage[];
    },
    danfo: DanfoLoader,
  ) {
    super(joined.table, danfo);
    this.warnings = joined.warnings;
    this.lineage = (rowIndex) => joined.lineage(rowIndex);
  }
}

/** An online read's result: Feast's response, with how each value was found, when it was true and how old it is. */
export class OnlineResponse extends LabTable {
  readonly statuses: OnlineFeatures['statuses'];
  readonly eventTimestamps: OnlineFeatures['eventTimestamps'];
  readonly ageMs: OnlineFeatures['ageMs'];
  /** One list per column; see `OnlineFeatures`. */
  readonly toDict: OnlineFeatures['toDict'];

  constructor(online: OnlineFeatures, danfo: DanfoLoader) {
    super(online.table, danfo);
    this.statuses = online.statuses;
    this.eventTimestamps = online.eventTimestamps;
    this.ageMs = online.ageMs;
    this.toDict = (options) => online.toDict(options);
  }
}

/** `getHistoricalFeatures`'s arguments with the entity table in any form. */
export interface HistoricalFeaturesArguments extends Omit<HistoricalFeaturesRequest, 'entityDf'> {
  readonly entityDf: AcceptedTable;
}

/** `getOnlineFeatures`'s arguments, the entity rows in any form too. */
export interface OnlineFeaturesArguments extends Omit<OnlineFeaturesRequest, 'entityRows'> {
  readonly entityRows: OnlineFeaturesRequest['entityRows'] | DataFrame;
}

/** Feast's feature store for cells. */
export function createFeatureStoreApi({
  features,
  views,
  materialization,
  danfo,
  tasks,
}: FeatureStoreContext) {
  const materialize: LabEngine['materialization']['materialize'] = (start, end, options) =>
    materialization.materialize(start, end, tasks.withTask(options));
  const materializeIncremental: LabEngine['materialization']['materializeIncremental'] = (end, options) =>
    materialization.materializeIncremental(end, tasks.withTask(options));
  return {
    apply: async (...objects: Parameters<FeatureStore['apply']>): Promise<void> =>
      void (await features.apply(...objects)),
    /** The applied views by name; like `getFeatureView` without waiting, as in Feast. */
    listFeatureViews: views.list,
    getFeatureView: views.get,
    listEntities: features.listEntities,
    materializationIntervals: features.materializationIntervals,
    materialize,
    materializeIncremental,
    async getHistoricalFeatures(request: HistoricalFeaturesArguments): Promise<RetrievalJob> {
      const entityDf = request?.entityDf === undefined ? undefined : toTable(request.entityDf);
      // An entity table that was forgotten is for the feature store to tell.
      const joined = await features.getHistoricalFeatures(
        tasks.withTask({ ...request, entityDf } as HistoricalFeaturesRequest),
      );
      return new RetrievalJob(joined, danfo);
    },
    getOnlineFeatures: async (request: OnlineFeaturesArguments): Promise<OnlineResponse> => {
      refusePromise(request?.entityRows, 'entityRows');
      const entityRows = isDataFrame(request?.entityRows) ? toTable(request.entityRows) : request?.entityRows;
      const online = await features.getOnlineFeatures({ ...request, entityRows } as OnlineFeaturesRequest);
      return new OnlineResponse(online, danfo);
    },
  };
}
