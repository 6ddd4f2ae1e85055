import type { Clock } from '../clock.ts';
import type { ReadTransaction, WriteTransaction } from '../database.ts';
import { digestOfValue } from '../digest.ts';
import { quote } from '../errors.ts';
import type { Table } from '../table/table.ts';
import type { EstimatorArtifact } from '../training/estimator.ts';
import { putArtifact, toSplit } from './artifacts.ts';
import { byteLengthOf } from './byte-length.ts';
import type { RunRecord, TrackingCollections } from './collections.ts';
import type { IdSource } from './id-source.ts';
import { doesNotExist } from './mlflow-exception.ts';
import type { ModelSignature } from './signature.ts';

/** A model to store with a run. */
export interface ModelToLog {
  readonly estimator: EstimatorArtifact;
  /** Folder under the run's artifacts; 'model' by custom. */
  readonly artifactPath: string;
  readonly signature: ModelSignature | null;
  readonly inputExample: Table | null;
}

/** MLflow's `MLmodel` description (X14). Signature schemas are JSON texts, as MLflow writes them. */
export interface ModelDescription {
  readonly artifact_path: string;
  readonly flavors: {
    readonly streamflow_lab: { readonly data: string; readonly estimator: string; readonly digest: string };
  };
  readonly mlflow_version: string;
  readonly model_size_bytes: number;
  readonly model_uuid: string;
  readonly run_id: string;
  readonly saved_input_example_info?: {
    readonly artifact_path: string;
    readonly pandas_orient: 'split';
    readonly type: 'dataframe';
  };
  readonly signature: {
    readonly inputs: string | null;
    readonly outputs: string | null;
    readonly params: null;
  } | null;
  /** e.g. '2024-01-31 09:00:00.000000', in UTC. */
  readonly utc_time_created: string;
}

/** A stored model as it is read back. */
export interface StoredModel {
  readonly estimator: EstimatorArtifact;
  readonly signature: ModelSignature | null;
  readonly description: ModelDescription;
}

const HISTORY_TAG = 'mlflow.log-model.history';

/** Writes a model's files and adds it to the run's tag `mlflow.log-model.history` (T21). */
export async function putModel(
  transaction: WriteTransaction<TrackingCollections, 'runs' | 'artifacts' | 'artifactContents'>,
  run: RunRecord,
  model: ModelToLog & { readonly clock: Clock; readonly ids: IdSource },
): Promise<ModelDescription> {
  const { artifactPath, estimator, inputExample } = model;
  const { runId } = run;
  const description = describe(run, model);
  const put = (name: string, content: Parameters<typeof putArtifact>[1]['content']) =>
    putArtifact(transaction, { runId, path: `${artifactPath}/${name}`, content });
  // JSON is YAML too, so that MLflow can read the file.
  await put('MLmodel', { kind: 'text', text: JSON.stringify(description, null, 2) });
  await put('model', { kind: 'estimator', estimator });
  if (inputExample !== null) await put('input_example.json', { kind: 'json', value: toSplit(inputExample) });
  await transaction.put('runs', {
    ...run,
    tags: new Map(run.tags).set(HISTORY_TAG, addToHistory(run, description)),
  });
  return description;
}

/** Reads the model stored under `path` of a run's artifacts; the run may be deleted (T19). */
export async function getModel(
  transaction: ReadTransaction<TrackingCollections, 'artifactContents'>,
  runId: string,
  path: string,
): Promise<StoredModel> {
  const file = (await transaction.get('artifactContents', [runId, `${path}/MLmodel`]))?.content;
  const model = (await transaction.get('artifactContents', [runId, `${path}/model`]))?.content;
  if (file?.kind !== 'text' || model?.kind !== 'estimator') {
    throw doesNotExist(
      `no model at ${quote(path)} among the artifacts of run ${quote(runId)}`,
      'list them with listArtifacts; logModel stores one under its artifactPath',
    );
  }
  const description = JSON.parse(file.text) as ModelDescription;
  return { estimator: model.estimator, signature: readSignature(description), description };
}

function describe(
  { runId }: RunRecord,
  { estimator, artifactPath, signature, inputExample, clock, ids }: Parameters<typeof putModel>[2],
): ModelDescription {
  return {
    artifact_path: artifactPath,
    flavors: {
      streamflow_lab: { data: 'model', estimator: estimator.kind, digest: digestOfValue(estimator) },
    },
    mlflow_version: '2.16.0',
    model_size_bytes: byteLengthOf({ kind: 'estimator', estimator }),
    model_uuid: ids.next(),
    run_id: runId,
    ...(inputExample !== null && {
      saved_input_example_info: {
        artifact_path: 'input_example.json',
        pandas_orient: 'split',
        type: 'dataframe',
      },
    }),
    signature: signature && {
      inputs: signature.inputs && JSON.stringify(signature.inputs),
      outputs: signature.outputs && JSON.stringify(signature.outputs),
      params: null,
    },
    utc_time_created: `${new Date(clock.now()).toISOString().replace('T', ' ').slice(0, 23)}000`,
  };
}

function addToHistory(run: RunRecord, description: ModelDescription): string {
  const { run_id, artifact_path, utc_time_created, model_uuid, flavors } = description;
  const before = JSON.parse(run.tags.get(HISTORY_TAG) ?? '[]') as unknown[];
  return JSON.stringify([...before, { run_id, artifact_path, utc_time_created, model_uuid, flavors }]);
}

function readSignature({ signature }: ModelDescription): ModelSignature | null {
  return (
    signature && {
      inputs: signature.inputs && JSON.parse(signature.inputs),
      outputs: signature.outputs && JSON.parse(signature.outputs),
      params: null,
    }
  );
}
