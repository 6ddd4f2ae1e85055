import type { FeatureViewDefinition } from '../../core/features/feature-view.ts';
import type { ApiStatus } from '../../core/serving/api.ts';
import type { Fault } from '../../core/serving/faults.ts';
import type { RemoteError } from '../kernel/protocol.ts';
import type { LabEngine } from '../lab-api/lab-engine.ts';
import { toRemoteError } from './remote-error.ts';

/** What cells read of the lab without waiting: a kernel keeps a copy of it. */
export interface EngineState {
  /** The lab's clock, UTC milliseconds. */
  readonly now: number;
  /** The applied feature views, in order of their names. */
  readonly views: readonly FeatureViewDefinition[];
  readonly faults: readonly Fault[];
  readonly api: RemoteApiStatus;
}

/** The API's status as it crosses threads. */
export interface RemoteApiStatus extends Omit<ApiStatus, 'failure'> {
  readonly failure: RemoteError | null;
}

/** The engine's state now, as plain values. */
export function readEngineState({
  time,
  views,
  faults,
  api,
}: Pick<LabEngine, 'time' | 'views' | 'faults' | 'api'>): EngineState {
  return {
    now: time.clock.now(),
    views: views.list().map((view) => view.toDefinition()),
    faults: faults.active(),
    api: toRemoteStatus(api.status()),
  };
}

/** A status as it crosses threads. */
export function toRemoteStatus({ failure, ...status }: ApiStatus): RemoteApiStatus {
  return { ...status, failure: failure === null ? null : toRemoteError(failure) };
}
