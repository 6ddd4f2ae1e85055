import type { Answer, PredictCall } from './answer.ts';
import { reportsByName } from './feature-report.ts';

/**
 * The course's API answers 200 whatever happens and tells by `error` (S2); the entity's own id is never among
 * the names. `features` is the lab's addition: where each value came from.
 */
export function courseRefusal(
  { entity, features, options }: PredictCall,
  outcome: 'unknown-entity' | 'features-missing' | 'stale-rejected',
  names: readonly string[],
): Answer {
  const what = outcome === 'stale-rejected' ? 'stale' : 'missing';
  return {
    outcome,
    status: 200,
    body: {
      error: `${what} features for ${options.joinKey}=${entity}`,
      [`${what}_features`]: names,
      features: reportsByName(features),
    },
  };
}

/** The course's API comes up even when its model could not be loaded, and then says so with a 200 (S3). */
export function courseNotInitialized(): Answer {
  return {
    outcome: 'not-initialized',
    status: 200,
    body: { error: 'model or feature store not initialized' },
  };
}
