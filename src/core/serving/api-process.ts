import type { Clock } from '../clock.ts';
import type { ApiMetrics } from './api-metrics.ts';
import type { Faults } from './faults.ts';
import type { LoadedModel, ModelResolver } from './model-resolver.ts';
import type { OnlineFeatureReader } from './online-features.ts';
import type { RequestLog } from './request-log.ts';
import type { ServingOptions } from './serving-options.ts';

/** What the API is given: core has no clock, timer, sleep or store of its own. */
export interface ApiDependencies {
  readonly models: ModelResolver;
  readonly online: OnlineFeatureReader;
  /** Simulated time: ages, the log and `_created`. */
  readonly clock: Clock;
  readonly log: RequestLog;
  readonly faults: Faults;
  /** Milliseconds that only ever grow, such as `performance.now`; latencies are differences of it. */
  readonly timer: () => number;
  /** Waits for real, or not at all in a test: an injected delay counts in the latency either way. */
  readonly sleep: (ms: number) => Promise<void>;
}

/** One start of the API: what a process of a real server holds in memory. */
export interface ApiProcess {
  readonly options: ServingOptions;
  /** Simulated instant of the start, UTC milliseconds. */
  readonly startedAt: number;
  readonly metrics: ApiMetrics;
  /** Null where it could not be loaded; then `failure` says why. */
  readonly model: LoadedModel | null;
  readonly failure: Error | null;
  /** Online reads so far. */
  nReads: number;
}
