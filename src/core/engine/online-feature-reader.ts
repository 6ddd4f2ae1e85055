import { columnOfReference } from '../features/feature-reference.ts';
import type { FeatureStore } from '../features/store.ts';
import type { OnlineFeature, OnlineFeatureReader } from '../serving/online-features.ts';
import { cellAt } from '../table/column.ts';
import { columnOf } from '../table/table.ts';

/** The feature store as the API sees it: one entity per read, features in the order asked for. */
export function createOnlineFeatureReader(features: FeatureStore): OnlineFeatureReader {
  return {
    async read({ entity, features: references, fullFeatureNames, strictTtl }) {
      const online = await features.getOnlineFeatures({
        features: references,
        entityRows: [entity],
        fullFeatureNames,
        strictTtl,
      });
      return references.map((reference): OnlineFeature => {
        const name = columnOfReference(reference, fullFeatureNames);
        const column = columnOf(online.table, name);
        return {
          name,
          reference,
          dtype: column.dtype,
          value: cellAt(column, 0),
          status: online.statuses[0]![name]!,
          eventTimestamp: online.eventTimestamps[0]![name]?.getTime() ?? null,
          ageMs: online.ageMs[0]![name] ?? null,
        };
      });
    },
  };
}
