import type { MaterializedView, MaterializeOptions } from '../features/materialize.ts';
import type { FeatureStore } from '../features/store.ts';
import type { Faults } from '../serving/faults.ts';
import { latenessMs, skipsMaterialization } from '../serving/faulty-materialization.ts';
import { type Instant, toEpochMs } from '../table/timestamps.ts';

/** The two ways to materialize, as the feature store has them. */
export type Materialization = Pick<FeatureStore, 'materialize' | 'materializeIncremental'>;

/**
 * Materialization with the injected faults: a skipped view reports nothing read and written, the rows of a late view
 * that "have not arrived" are left out. Without faults it is the feature store's own, in one transaction.
 */
export function createFaultyMaterialization(features: FeatureStore, faults: Faults): Materialization {
  const withFaults = async (
    end: Instant,
    options: MaterializeOptions,
    materialize: (end: Instant, options: MaterializeOptions) => Promise<readonly MaterializedView[]>,
  ): Promise<readonly MaterializedView[]> => {
    const active = faults.active();
    if (active.length === 0) return materialize(end, options);
    const names = options.featureViews ?? (await onlineViews(features));
    const results: MaterializedView[] = [];
    for (const view of names) {
      if (skipsMaterialization(active, view)) {
        results.push(nothingDone(view, end));
        continue;
      }
      const arrivedMs = toEpochMs(end) - latenessMs(active, view);
      results.push(...(await materialize(arrivedMs, { ...options, featureViews: [view] })));
    }
    return results;
  };
  return {
    materialize: (start, end, options = {}) =>
      withFaults(end, options, (arrived, rest) => features.materialize(start, arrived, rest)),
    materializeIncremental: (end, options = {}) =>
      withFaults(end, options, (arrived, rest) => features.materializeIncremental(arrived, rest)),
  };
}

async function onlineViews(features: FeatureStore): Promise<string[]> {
  const views = await features.listFeatureViews();
  return views.filter(({ online }) => online).map(({ name }) => name);
}

function nothingDone(view: string, end: Instant): MaterializedView {
  const at = new Date(toEpochMs(end));
  return { view, rowsRead: 0, rowsWritten: 0, interval: { start: at, end: at } };
}
