import { TypeMismatchError } from '../errors.ts';
import { columnOfReference } from '../features/feature-reference.ts';
import type { FeatureStore } from '../features/store.ts';
import type { OnlineFeature, OnlineFeatureReader } from '../serving/online-features.ts';
import { cellAt } from '../table/column.ts';
import { columnOf } from '../table/table.ts';

/**
 * The feature store as the API sees it: one entity per read, features in the order asked for. An id that cannot be a
 * key, such as a word where keys are numbers, is of no row, and no failure of the store.
 */
export function createOnlineFeatureReader(features: FeatureStore): OnlineFeatureReader {
  return {
    async read({ entity, features: references, fullFeatureNames, strictTtl }) {
      const request = { features: references, entityRows: [entity], fullFeatureNames, strictTtl };
      const online = await features.getOnlineFeatures(request).catch(orNothing);
      if (online === null) return references.map((reference) => notFound(reference, fullFeatureNames));
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

/** Null for an id that cannot be a key; rejects with any other error. */
function orNothing(error: unknown): null {
  if (error instanceof TypeMismatchError) return null;
  throw error;
}

function notFound(reference: string, fullFeatureNames: boolean): OnlineFeature {
  const name = columnOfReference(reference, fullFeatureNames);
  const nothing = { value: null, status: 'NOT_FOUND', eventTimestamp: null, ageMs: null } as const;
  return { name, reference, dtype: 'float64', ...nothing };
}
