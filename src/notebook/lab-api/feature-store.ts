import type { Materialization } from '../../core/engine/faulty-materialization.ts';
import type { HistoricalFeaturesRequest } from '../../core/features/historical-features.ts';
import type { FeatureLineage } from '../../core/features/lineage.ts';
import type { OnlineFeaturesRequest } from '../../core/features/online-features.ts';
import type { FeatureStore } from '../../core/features/store.ts';
import type { Problem } from '../../core/problem.ts';
import type { Table } from '../../core/table/table.ts';
import { type AcceptedTable, toTable } from './accepted.ts';
import type { DanfoLoader } from './danfo.ts';
import { LabTable } from './lab-table.ts';

/** What the feature store of cells needs of the lab. */
export interface FeatureStoreContext {
  readonly features: FeatureStore;
  readonly materialization: Materialization;
  readonly danfo: DanfoLoader;
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

/** `getHistoricalFeatures`'s arguments with the entity table in any form. */
export interface HistoricalFeaturesArguments extends Omit<HistoricalFeaturesRequest, 'entityDf'> {
  readonly entityDf: AcceptedTable;
}

/** Feast's feature store for cells. */
export function createFeatureStoreApi({ features, materialization, danfo }: FeatureStoreContext) {
  return {
    apply: features.apply,
    listFeatureViews: features.listFeatureViews,
    getFeatureView: features.getFeatureView,
    listEntities: features.listEntities,
    materializationIntervals: features.materializationIntervals,
    materialize: materialization.materialize,
    materializeIncremental: materialization.materializeIncremental,
    getHistoricalFeatures: async ({
      entityDf,
      ...rest
    }: HistoricalFeaturesArguments): Promise<RetrievalJob> =>
      new RetrievalJob(await features.getHistoricalFeatures({ ...rest, entityDf: toTable(entityDf) }), danfo),
    getOnlineFeatures: (request: OnlineFeaturesRequest) => features.getOnlineFeatures(request),
  };
}
