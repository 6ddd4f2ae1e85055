import type { LoggedRequest } from '../../core/serving/serving-collections.ts';
import type { ServingState } from './read-serving.ts';

/** What every student should have produced, seen and explained once. */
export const SITUATIONS = [
  'success',
  'unknown',
  'missing',
  'stale',
  'stale-later',
  'no-production',
  'wrong-type',
  'behind',
] as const;

export type Situation = (typeof SITUATIONS)[number];

/**
 * The situations that the log and the API's state show to have occurred. Stale values count as 'stale-later' where
 * the same entity had an answer without stale values before: only time passed in between.
 */
export function situationsSeen(
  requests: readonly LoggedRequest[],
  { status }: Pick<ServingState, 'status'>,
): ReadonlySet<Situation> {
  const seen = new Set<Situation>();
  const answered = new Set<string | null>();
  for (const request of requests) {
    const { outcome, entity, missing, imputed } = request;
    if (outcome === 'success') seen.add('success');
    if (outcome === 'unknown-entity') seen.add('unknown');
    if (missing.length > 0 && outcome !== 'unknown-entity') seen.add('missing');
    if (imputed.length > 0) seen.add('missing');
    if (isStale(request)) seen.add(answered.has(entity) ? 'stale-later' : 'stale');
    if (request.prediction !== null && !isStale(request)) answered.add(entity);
    if (outcome === 'not-initialized') seen.add('no-production');
    if (outcome === 'wrong-type') seen.add('wrong-type');
  }
  if (status.isBehind && status.state === 'running') seen.add('behind');
  return seen;
}

function isStale({ outcome, stale }: LoggedRequest): boolean {
  return outcome === 'stale-rejected' || outcome === 'stale-served' || stale.length > 0;
}
