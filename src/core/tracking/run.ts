import type { LifecycleStage, MetricPoint, RunRecord, RunStatus } from './collections.ts';

/** MLflow's `RunInfo`. Times are UTC milliseconds. */
export interface RunInfo {
  readonly runId: string;
  readonly runName: string;
  readonly experimentId: string;
  readonly userId: string;
  readonly status: RunStatus;
  readonly startTime: number;
  readonly endTime: number | null;
  readonly lifecycleStage: LifecycleStage;
  readonly artifactUri: string;
}

/** MLflow's `Run`. `metrics` are the current values: the greatest by step, timestamp, value (T8). */
export interface Run {
  readonly info: RunInfo;
  readonly data: {
    readonly params: Readonly<Record<string, string>>;
    readonly metrics: Readonly<Record<string, number>>;
    readonly tags: Readonly<Record<string, string>>;
  };
}

/** The stored run as MLflow shows it. */
export function toRun(record: RunRecord): Run {
  const { runId, runName, experimentId, userId, status, startTime, endTime, lifecycleStage } = record;
  const artifactUri = artifactUriOf(record);
  return {
    info: { runId, runName, experimentId, userId, status, startTime, endTime, lifecycleStage, artifactUri },
    data: {
      params: Object.fromEntries(record.params),
      metrics: Object.fromEntries([...record.metrics].map(([key, point]) => [key, loggedValue(point)])),
      tags: Object.fromEntries(record.tags),
    },
  };
}

/** Root of a run's artifacts, in the form of MLflow's artifact proxy. */
export function artifactUriOf(run: { readonly experimentId: string; readonly runId: string }): string {
  return `mlflow-artifacts:/${run.experimentId}/${run.runId}/artifacts`;
}

/** The logged number of a point. */
export function loggedValue(point: MetricPoint): number {
  return point.isNan === 1 ? Number.NaN : point.value;
}
