import type { ServedFeature } from './feature-report.ts';
import type { ServingOptions } from './serving-options.ts';

/** How a call of /predict ended; what the request log counts by. */
export type Outcome =
  | 'success'
  | 'imputed'
  | 'stale-served'
  | 'unknown-entity'
  | 'features-missing'
  | 'stale-rejected'
  | 'wrong-type'
  | 'model-error'
  | 'store-error'
  | 'invalid-request'
  | 'not-initialized'
  | 'not-started'
  | 'api-down';

/** A response before it is text; a body that is a text already is sent as it is. */
export interface Answer {
  readonly outcome: Outcome;
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>> | string;
}

/** The entity that /predict was asked for, and what was read of it. */
export interface PredictCall {
  readonly entity: string;
  readonly features: readonly ServedFeature[];
  readonly options: ServingOptions;
}
