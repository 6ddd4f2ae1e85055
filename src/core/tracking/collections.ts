import type { KeyPaths } from '../database.ts';
import type { EstimatorArtifact } from '../training/estimator.ts';

/** Deleted experiments and runs stay readable until they are restored. */
export type LifecycleStage = 'active' | 'deleted';

/** MLflow's run statuses (T2). */
export type RunStatus = 'RUNNING' | 'SCHEDULED' | 'FINISHED' | 'FAILED' | 'KILLED';

/** An experiment as it is stored. Times are UTC milliseconds. */
export interface ExperimentRecord {
  readonly kind: 'experiment';
  readonly version: 1;
  readonly experimentId: string;
  readonly name: string;
  readonly lifecycleStage: LifecycleStage;
  readonly creationTime: number;
  readonly lastUpdateTime: number;
  readonly tags: ReadonlyMap<string, string>;
}

/** One logged value. NaN is kept as 0 with `isNan`, as a key cannot hold it (T10). */
export interface MetricPoint {
  readonly step: number;
  /** UTC milliseconds. */
  readonly timestamp: number;
  readonly value: number;
  readonly isNan: 0 | 1;
}

/** A run with all but its metric history and artifacts. `metrics` holds the current point per key (T8). */
export interface RunRecord {
  readonly kind: 'run';
  readonly version: 1;
  readonly runId: string;
  readonly runName: string;
  readonly experimentId: string;
  readonly userId: string;
  readonly status: RunStatus;
  readonly startTime: number;
  readonly endTime: number | null;
  readonly lifecycleStage: LifecycleStage;
  readonly deletedTime: number | null;
  readonly params: ReadonlyMap<string, string>;
  readonly tags: ReadonlyMap<string, string>;
  readonly metrics: ReadonlyMap<string, MetricPoint>;
}

/** One point of a metric's history. All fields are the key: a repeated point is stored once (T10). */
export interface MetricRecord extends MetricPoint {
  readonly kind: 'metric';
  readonly version: 1;
  readonly runId: string;
  readonly key: string;
}

/** What a run's artifact may hold. */
export type ArtifactContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'estimator'; readonly estimator: EstimatorArtifact };

/** An entry in a run's list of files. */
export interface ArtifactRecord {
  readonly kind: 'artifact';
  readonly version: 1;
  readonly runId: string;
  /** Relative, with `/` between folders, e.g. 'model/MLmodel'. */
  readonly path: string;
  readonly fileSize: number;
}

/** What an artifact holds, apart from its entry: listing a run's files does not read its models. */
export interface ArtifactContentRecord {
  readonly kind: 'artifact-content';
  readonly version: 1;
  readonly runId: string;
  readonly path: string;
  readonly content: ArtifactContent;
}

/** What tracking stores. */
export type TrackingCollections = {
  experiments: ExperimentRecord;
  runs: RunRecord;
  metrics: MetricRecord;
  artifacts: ArtifactRecord;
  artifactContents: ArtifactContentRecord;
};

/** The keys of tracking's collections. */
export const trackingKeyPaths: KeyPaths<TrackingCollections> = {
  experiments: 'experimentId',
  runs: 'runId',
  metrics: ['runId', 'key', 'step', 'timestamp', 'value', 'isNan'],
  artifacts: ['runId', 'path'],
  artifactContents: ['runId', 'path'],
};
