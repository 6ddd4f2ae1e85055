import type { ReadTransaction } from '../database.ts';
import { quote } from '../errors.ts';
import type { Table } from '../table/table.ts';
import { ARTIFACT_COLLECTIONS, putArtifact, toJsonContent, validatePath } from '../tracking/artifacts.ts';
import type { TrackingCollections } from '../tracking/collections.ts';
import { invalidParameter } from '../tracking/mlflow-exception.ts';
import { type ModelDescription, putModel } from '../tracking/model-files.ts';
import { artifactUriOf } from '../tracking/run.ts';
import { openRun, RUN_COLLECTIONS, type RunTarget, requireRun } from '../tracking/runs.ts';
import type { ModelSignature } from '../tracking/signature.ts';
import type { EstimatorArtifact } from '../training/estimator.ts';
import type { RegisteredModelRecord } from './collections.ts';
import { type ModelsContext, VERSION_COLLECTIONS, type VersionTransaction } from './context.ts';
import type { ModelVersion } from './entities.ts';
import { isRunUri, parseRunUri } from './model-uri.ts';
import { locateSource, putNewVersion } from './model-versions.ts';
import { toModelRecord, validateNewModelName } from './registered-models.ts';

/** How to store a model; see MLflow's `log_model`. */
export interface LogModelOptions {
  /** Folder under the run's artifacts. */
  readonly artifactPath: string;
  /** Register the model as a new version of this one, creating it where its name is new (R4). */
  readonly registeredModelName?: string | null | undefined;
  readonly signature?: ModelSignature | null | undefined;
  readonly inputExample?: Table | null | undefined;
  /** What the run keeps beside its model, such as the receipt: JSON values by their paths among the artifacts. */
  readonly documents?: Readonly<Record<string, unknown>> | undefined;
}

/** What was stored. */
export interface LoggedModel {
  /** `runs:/RUN_ID/PATH`. */
  readonly modelUri: string;
  readonly runId: string;
  readonly description: ModelDescription;
  /** The new version, where a registered model was named. */
  readonly registeredVersion: ModelVersion | null;
}

/**
 * Storing models with runs and registering them, each in one transaction over both rooms' collections: a model, its
 * documents and its version are stored together or not at all.
 */
export function logModelOperations(context: ModelsContext) {
  const { database, clock, ids } = context;
  return {
    /** Stores a fitted estimator with a run, a new one too, and, where asked, registers it; it never promotes (R4). */
    async logModel(
      target: RunTarget,
      estimator: EstimatorArtifact,
      options: LogModelOptions,
    ): Promise<LoggedModel> {
      const { artifactPath, registeredModelName, signature = null, inputExample = null } = options;
      validateLogModel(options);
      const documents = Object.entries(options.documents ?? {}).map(([path, value]) => ({
        path,
        content: toJsonContent(value, path),
      }));
      return database.write(
        [...RUN_COLLECTIONS, ...ARTIFACT_COLLECTIONS, ...VERSION_COLLECTIONS],
        async (transaction) => {
          const run = await openRun(transaction, target, context);
          const { runId } = run;
          const model = { estimator, artifactPath, signature, inputExample, clock, ids };
          const description = await putModel(transaction, run, model);
          for (const document of documents) await putArtifact(transaction, { runId, ...document });
          const logged = { modelUri: `runs:/${runId}/${artifactPath}`, runId, description };
          if (registeredModelName === undefined || registeredModelName === null) {
            return { ...logged, registeredVersion: null };
          }
          const registered = await modelToRegister(transaction, registeredModelName);
          const source = `${artifactUriOf(run)}/${artifactPath}`;
          const registeredVersion = await putNewVersion(transaction, registered, {
            source,
            storageLocation: source,
            runId,
            context,
          });
          return { ...logged, registeredVersion };
        },
        { durability: 'strict' },
      );
    },

    /** Registers the model under a `runs:/` or `models:/` URI, creating the registered model where new. */
    async registerModel(modelUri: string, name: string): Promise<ModelVersion> {
      return database.write(
        ['runs', ...VERSION_COLLECTIONS],
        async (transaction) => {
          const registered = await modelToRegister(transaction, name);
          const { source, runId } = await sourceOf(transaction, modelUri);
          const storageLocation = await locateSource(transaction, source);
          return putNewVersion(transaction, registered, { source, storageLocation, runId, context });
        },
        { durability: 'strict' },
      );
    },
  };

  async function modelToRegister(
    transaction: VersionTransaction,
    name: string,
  ): Promise<RegisteredModelRecord> {
    const fresh = toModelRecord(name, {}, clock.now());
    return (await transaction.get('registeredModels', name)) ?? fresh;
  }
}

/** Refuses a path, a registered model's name or a signature that `logModel` could not use; for before any work is done. */
export function validateLogModel({ artifactPath, registeredModelName, signature }: LogModelOptions): void {
  validatePath(artifactPath);
  if (signature !== undefined && signature !== null && !isSignature(signature)) {
    throw invalidParameter(`signature is ${quote(signature)}`, 'give what inferSignature(X, y) returns');
  }
  if (registeredModelName !== undefined && registeredModelName !== null) {
    validateNewModelName(registeredModelName);
  }
}

function isSignature(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'inputs' in value && 'outputs' in value;
}

/** A run's model is registered by where its artifacts are, any other by its URI. */
async function sourceOf(
  transaction: ReadTransaction<TrackingCollections, 'runs'>,
  modelUri: string,
): Promise<{ source: string; runId: string | null }> {
  if (!isRunUri(modelUri)) return { source: modelUri, runId: null };
  const { runId, path } = parseRunUri(modelUri);
  return { source: `${artifactUriOf(await requireRun(transaction, runId))}/${path}`, runId };
}
