import type { ReadTransaction } from '../database.ts';
import { quote } from '../errors.ts';
import type { TrackingCollections } from '../tracking/collections.ts';
import { MlflowException } from '../tracking/mlflow-exception.ts';
import { getModel } from '../tracking/model-files.ts';
import { requireRun } from '../tracking/runs.ts';
import type { ModelSignature } from '../tracking/signature.ts';
import type { EstimatorArtifact } from '../training/estimator.ts';
import { requireAliasedVersion } from './aliases.ts';
import type { ModelVersionRecord, RegistryCollections } from './collections.ts';
import type { ModelsContext } from './context.ts';
import { latestPerStage } from './entities.ts';
import { requireModel, requireVersion } from './find.ts';
import { isRunUri, type ParsedRunUri, parseModelUri, parseRunUri } from './model-uri.ts';
import { STAGES, toStage } from './stages.ts';

/** A model as it was found under a URI at this moment (R17). */
export interface LoadedModel {
  readonly artifact: EstimatorArtifact;
  readonly signature: ModelSignature | null;
  readonly runId: string;
  /** The registered model and version that the URI named; null for a `runs:/` URI. */
  readonly name: string | null;
  readonly version: number | null;
}

type ReadVersions = ReadTransaction<RegistryCollections, 'registeredModels' | 'modelVersions'>;

type ReadArtifacts = ReadTransaction<TrackingCollections, 'artifactContents'>;

/** Loading models by URI (R14–R17). */
export function loadModelOperations({ database }: ModelsContext) {
  return {
    /** The model under a `runs:/` or `models:/` URI, resolved now: later promotions do not change it (R17). */
    async loadModel(uri: string): Promise<LoadedModel> {
      return database.read(
        ['runs', 'artifactContents', 'registeredModels', 'modelVersions'],
        async (transaction) => {
          if (isRunUri(uri)) {
            const location = parseRunUri(uri);
            await requireRun(transaction, location.runId);
            return { ...(await readModel(transaction, location)), name: null, version: null };
          }
          const { name, modelVersion, storageLocation } = await resolveVersion(transaction, uri);
          return { ...(await readModel(transaction, locate(storageLocation))), name, version: modelVersion };
        },
      );
    },

    /** Name and number of the version that a `models:/` URI stands for at this moment (R14). */
    async resolveModelUri(uri: string): Promise<{ name: string; version: number }> {
      return database.read(['registeredModels', 'modelVersions'], async (transaction) => {
        const { name, modelVersion } = await resolveVersion(transaction, uri);
        return { name, version: modelVersion };
      });
    },
  };
}

async function resolveVersion(transaction: ReadVersions, uri: string): Promise<ModelVersionRecord> {
  const { name, version, stage, alias } = parseModelUri(uri);
  if (version !== null) return requireVersion(transaction, name, version);
  if (alias !== null) return requireAliasedVersion(transaction, name, alias);
  await requireModel(transaction, name);
  const stages = stage === null ? STAGES : [toStage(stage)];
  const versions = await transaction.getAll('modelVersions', { prefix: [name] });
  const latest = latestPerStage(versions, stages).sort((a, b) => b.modelVersion - a.modelVersion)[0];
  if (latest === undefined) {
    throw new MlflowException(
      `no versions of model with name ${quote(name)}${stage === null ? '' : ` and stage ${quote(stage)}`} found`,
      stage === null ? 'register one with logModel' : 'promote one with transitionModelVersionStage',
    );
  }
  return latest;
}

async function readModel(transaction: ReadArtifacts, { runId, path }: ParsedRunUri) {
  const { estimator, signature } = await getModel(transaction, runId, path);
  return { artifact: estimator, signature, runId };
}

function locate(storageLocation: string): ParsedRunUri {
  if (storageLocation.startsWith('runs:')) return parseRunUri(storageLocation);
  const match = /^mlflow-artifacts:\/[^/]+\/([^/]+)\/artifacts\/(.+)$/.exec(storageLocation);
  if (match !== null) return { runId: match[1] as string, path: match[2] as string };
  throw new MlflowException(
    `no model can be loaded from ${quote(storageLocation)}`,
    'register models that were stored with logModel',
  );
}
