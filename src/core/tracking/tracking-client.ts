import { artifactOperations } from './artifacts.ts';
import type { TrackingContext } from './context.ts';
import { experimentOperations } from './experiments.ts';
import { logOperations } from './log-batch.ts';
import { runOperations } from './runs.ts';
import { searchOperations } from './search-runs.ts';

/** The tracking half of `MlflowClient`: every call names its run or experiment. */
export type TrackingClient = ReturnType<typeof createTrackingClient>;

/** Binds the operations on experiments, runs and artifacts to a database, a clock, ids and a user. */
export function createTrackingClient(context: TrackingContext) {
  return {
    ...experimentOperations(context),
    ...runOperations(context),
    ...logOperations(context),
    ...artifactOperations(context),
    ...searchOperations(context),
  };
}
