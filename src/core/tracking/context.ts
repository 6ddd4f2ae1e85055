import type { Clock } from '../clock.ts';
import type { Database } from '../database.ts';
import type { Problem } from '../problem.ts';
import type { TrackingCollections } from './collections.ts';
import type { IdSource } from './id-source.ts';

/** What tracking works with; nothing else of the outside is seen. */
export interface TrackingContext {
  readonly database: Database<TrackingCollections>;
  readonly clock: Clock;
  readonly ids: IdSource;
  /** Who logs: `info.userId` and the tag `mlflow.user`. */
  readonly user: string;
  /** Told of values that were cut to fit (T13). */
  readonly onWarning?: ((problem: Problem) => void) | undefined;
}
