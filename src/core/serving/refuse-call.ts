import type { Answer, PredictCall } from './answer.ts';
import { courseRefusal } from './course-answers.ts';
import { isUnknownEntity, missingNames, reportsByName, staleNames } from './feature-report.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Why the features read do not suffice for a prediction, as an answer; null where they do. Unknown entity 404,
 * missing features 422, stale features 503 (the caller did nothing wrong, and it passes once fresh rows are
 * materialized); the policy 'course' answers 200 to all of them.
 */
export function refuseCall(call: PredictCall): Answer | null {
  const { features, options } = call;
  const missing = missingNames(features);
  if (isUnknownEntity(features)) {
    if (options.onMissing === 'course') return courseRefusal(call, 'unknown-entity', missing);
    return refusal(call, {
      outcome: 'unknown-entity',
      status: 404,
      detail: `no features for ${options.joinKey}=${call.entity}`,
      hint: 'the online store has no row of this entity in any view: check the id, or materialize',
      names: { missing_features: missing },
    });
  }
  if (missing.length > 0) {
    if (options.onMissing === 'course') return courseRefusal(call, 'features-missing', missing);
    return refusal(call, {
      outcome: 'features-missing',
      status: 422,
      detail: `missing features: ${missing.join(', ')}`,
      hint: "materialize the views they come from, or start the API with onMissing: 'impute'",
      names: { missing_features: missing },
    });
  }
  const stale = staleNames(features);
  if (stale.length === 0 || options.onStale !== 'reject') return null;
  if (options.onMissing === 'course') return courseRefusal(call, 'stale-rejected', stale);
  const limit =
    options.staleAfter === null
      ? 'past the ttl of their view'
      : `after ${describeDuration(options.staleAfter)}`;
  return refusal(call, {
    outcome: 'stale-rejected',
    status: 503,
    detail: `stale features: ${stale.join(', ')}`,
    hint: `materialize up to now; values are stale ${limit}`,
    names: { stale_features: stale },
  });
}

interface Refusal {
  readonly outcome: Answer['outcome'];
  readonly status: number;
  readonly detail: string;
  readonly hint: string;
  readonly names?: Readonly<Record<string, readonly string[]>>;
}

function refusal({ features }: PredictCall, { outcome, status, detail, hint, names }: Refusal): Answer {
  return {
    outcome,
    status,
    body: { detail, code: outcome, hint, ...names, features: reportsByName(features) },
  };
}

function describeDuration(ms: number): string {
  if (ms >= DAY_MS) return counted(ms / DAY_MS, 'day');
  return ms >= HOUR_MS ? counted(ms / HOUR_MS, 'hour') : `${ms} ms`;
}

function counted(n: number, unit: string): string {
  return `${n} ${unit}${n === 1 ? '' : 's'}`;
}
