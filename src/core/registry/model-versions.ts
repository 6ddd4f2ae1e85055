import { quote } from '../errors.ts';
import { invalidParameter, MlflowException } from '../tracking/mlflow-exception.ts';
import { validateRunId } from '../tracking/runs.ts';
import type { ModelVersionRecord, RegisteredModelRecord } from './collections.ts';
import { type RegistryContext, VERSION_COLLECTIONS, type VersionTransaction } from './context.ts';
import { latestPerStage, type ModelVersion, toModelVersion } from './entities.ts';
import {
  requireModel,
  requireVersion,
  toVersionNumber,
  type VersionNumber,
  validateModelName,
} from './find.ts';
import { parseModelUri } from './model-uri.ts';
import { type DescriptionOptions, toDescription, validateDescription } from './registered-models.ts';
import { addStageEvents } from './stage-history.ts';
import { STAGES, STAGES_DEPRECATED, toStage } from './stages.ts';
import { toTags } from './tags.ts';

/** What a new version may be given. */
export interface CreateModelVersionOptions extends DescriptionOptions {
  readonly runId?: string | null | undefined;
}

/** A version about to be added. */
export interface NewVersion extends Omit<CreateModelVersionOptions, 'tags'> {
  readonly tags?: ReadonlyMap<string, string> | undefined;
  readonly source: string;
  /** What `locateSource` gives for the source. */
  readonly storageLocation: string;
}

/** The operations on model versions but for stages (R2, R3, R10–R12, R21). */
export function modelVersionOperations(context: RegistryContext) {
  const { database, clock, user } = context;
  return {
    /** The next version of a model, in stage None (R2, R3). `source` says where the model's files are. */
    async createModelVersion(
      name: string,
      source: string,
      options: CreateModelVersionOptions = {},
    ): Promise<ModelVersion> {
      validateModelName(name);
      const tags = toTags(options.tags);
      if (options.runId !== undefined && options.runId !== null) validateRunId(options.runId);
      return database.write(
        VERSION_COLLECTIONS,
        async (transaction) => {
          const storageLocation = await locateSource(transaction, source);
          const model = await requireModel(transaction, name);
          return putNewVersion(transaction, model, { ...options, tags, source, storageLocation, context });
        },
        { durability: 'strict' },
      );
    },

    async getModelVersion(name: string, version: VersionNumber): Promise<ModelVersion> {
      return database.read(['registeredModels', 'modelVersions'], async (transaction) => {
        const record = await requireVersion(transaction, name, version);
        return toModelVersion(await requireModel(transaction, name), record);
      });
    },

    async updateModelVersion(
      name: string,
      version: VersionNumber,
      { description }: { readonly description: string },
    ): Promise<ModelVersion> {
      validateDescription(description);
      return database.write(['registeredModels', 'modelVersions'], async (transaction) => {
        const record = await requireVersion(transaction, name, version);
        const changed = { ...record, description, lastUpdatedTimestamp: clock.now() };
        await transaction.put('modelVersions', changed);
        return toModelVersion(await requireModel(transaction, name), changed);
      });
    },

    /** Per stage the highest version in it; all four stages where none are named (R10). */
    async getLatestVersions(name: string, stages: readonly string[] | null = null): Promise<ModelVersion[]> {
      if (stages !== null && !Array.isArray(stages)) {
        throw invalidParameter(`stages is ${quote(stages)}`, "give a list: ['Production']");
      }
      context.onWarning?.(STAGES_DEPRECATED);
      return database.read(['registeredModels', 'modelVersions'], async (transaction) => {
        const model = await requireModel(transaction, name);
        const wanted = stages === null || stages.length === 0 ? STAGES : stages.map(toStage);
        const versions = await transaction.getAll('modelVersions', { prefix: [name] });
        return latestPerStage(versions, wanted).map((version) => toModelVersion(model, version));
      });
    },

    /** Removes a version in any stage, and the aliases that point to it. Its number is never reused (R12). */
    async deleteModelVersion(name: string, version: VersionNumber): Promise<void> {
      await database.write(
        VERSION_COLLECTIONS,
        async (transaction) => {
          const { modelVersion, currentStage } = await requireVersion(transaction, name, version);
          const model = await requireModel(transaction, name);
          const aliases = new Map([...model.aliases].filter(([, target]) => target !== modelVersion));
          const at = clock.now();
          await transaction.delete('modelVersions', [name, modelVersion]);
          await transaction.put('registeredModels', { ...model, aliases, lastUpdatedTimestamp: at });
          await addStageEvents(transaction, [
            { name, modelVersion, action: 'deleted', from: currentStage, to: null, at, user, reason: null },
          ]);
        },
        { durability: 'strict' },
      );
    },
  };
}

/** Adds a version to `model` with its first stage event, in the caller's transaction. */
export async function putNewVersion(
  transaction: VersionTransaction,
  model: RegisteredModelRecord,
  options: NewVersion & { readonly context: RegistryContext },
): Promise<ModelVersion> {
  const { source, storageLocation, context } = options;
  const { name } = model;
  const now = context.clock.now();
  const modelVersion = model.lastVersion + 1;
  const version: ModelVersionRecord = {
    kind: 'model-version',
    version: 1,
    name,
    modelVersion,
    creationTimestamp: now,
    lastUpdatedTimestamp: now,
    description: toDescription(options.description),
    userId: context.user,
    currentStage: 'None',
    source,
    storageLocation,
    runId: options.runId ?? null,
    tags: options.tags ?? new Map(),
  };
  const changed = { ...model, lastVersion: modelVersion, lastUpdatedTimestamp: now };
  await transaction.put('modelVersions', version);
  await transaction.put('registeredModels', changed);
  await addStageEvents(transaction, [
    {
      name,
      modelVersion,
      action: 'created',
      from: null,
      to: 'None',
      at: now,
      user: context.user,
      reason: null,
    },
  ]);
  return toModelVersion(changed, version);
}

/** Where the files of a source are; a version made from another one shares that one's files (R21). */
export async function locateSource(transaction: VersionTransaction, source: unknown): Promise<string> {
  if (typeof source !== 'string' || source === '') {
    throw invalidParameter(
      `model source ${quote(source)} is no URI`,
      "give where the model's files are, e.g. 'runs:/RUN_ID/model'",
    );
  }
  if (!source.startsWith('models:')) return source;
  const { name, version } = parseModelUri(source);
  const original =
    version === null ? undefined : await transaction.get('modelVersions', [name, toVersionNumber(version)]);
  if (original === undefined) {
    throw new MlflowException(
      `cannot fetch the model from source ${quote(source)}`,
      'name an existing version by its number: models:/NAME/VERSION',
    );
  }
  return original.storageLocation;
}
