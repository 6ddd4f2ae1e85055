import { quote } from '../errors.ts';
import { alreadyExists, invalidParameter, MlflowException } from '../tracking/mlflow-exception.ts';
import type { RegisteredModelRecord } from './collections.ts';
import { type RegistryContext, VERSION_COLLECTIONS, type VersionTransaction } from './context.ts';
import { type RegisteredModel, toRegisteredModel } from './entities.ts';
import { requireModel, validateModelName } from './find.ts';
import { addStageEvents } from './stage-history.ts';
import { toTags } from './tags.ts';

/** What a new model or version may be given. */
export interface DescriptionOptions {
  readonly tags?: Readonly<Record<string, unknown>> | undefined;
  readonly description?: string | null | undefined;
}

/** The operations on registered models (R1, R13). */
export function registeredModelOperations({ database, clock, user }: RegistryContext) {
  return {
    async createRegisteredModel(name: string, options: DescriptionOptions = {}): Promise<RegisteredModel> {
      const record = toModelRecord(name, options, clock.now());
      await database.write(['registeredModels'], async (transaction) => {
        if ((await transaction.get('registeredModels', name)) !== undefined) throw modelExists(name);
        await transaction.put('registeredModels', record);
      });
      return toRegisteredModel(record, []);
    },

    async getRegisteredModel(name: string): Promise<RegisteredModel> {
      return database.read(['registeredModels', 'modelVersions'], async (transaction) => {
        const model = await requireModel(transaction, name);
        return toRegisteredModel(model, await transaction.getAll('modelVersions', { prefix: [name] }));
      });
    },

    async updateRegisteredModel(
      name: string,
      { description }: { readonly description: string },
    ): Promise<RegisteredModel> {
      validateDescription(description);
      return database.write(['registeredModels', 'modelVersions'], async (transaction) => {
        const model = await requireModel(transaction, name);
        const changed = { ...model, description, lastUpdatedTimestamp: clock.now() };
        await transaction.put('registeredModels', changed);
        return toRegisteredModel(changed, await transaction.getAll('modelVersions', { prefix: [name] }));
      });
    },

    /** Gives the model, its versions and its stage history another name, which must be free (R13). */
    async renameRegisteredModel(name: string, newName: string): Promise<RegisteredModel> {
      if (String(newName).trim() === '') {
        throw new MlflowException('the new name must not be empty', 'give the name as a string');
      }
      validateNewModelName(newName);
      const rename = async (transaction: VersionTransaction): Promise<RegisteredModel> => {
        const model = await requireModel(transaction, name);
        if (newName !== name && (await transaction.get('registeredModels', newName)) !== undefined) {
          throw modelExists(newName);
        }
        const change = { name: newName, lastUpdatedTimestamp: clock.now() };
        const versions = await transaction.getAll('modelVersions', { prefix: [name] });
        const events = await transaction.getAll('stageEvents', { prefix: [name] });
        await deleteAllOf(transaction, name);
        await transaction.deleteAll('stageEvents', { prefix: [name] });
        const renamed = versions.map((version) => ({ ...version, ...change }));
        await transaction.put('registeredModels', { ...model, ...change });
        for (const version of renamed) await transaction.put('modelVersions', version);
        for (const event of events) await transaction.put('stageEvents', { ...event, name: newName });
        return toRegisteredModel({ ...model, ...change }, renamed);
      };
      return database.write(VERSION_COLLECTIONS, rename, { durability: 'strict' });
    },

    /** Removes the model with all its versions, whatever their stages (R13). Its stage history stays. */
    async deleteRegisteredModel(name: string): Promise<void> {
      await database.write(
        VERSION_COLLECTIONS,
        async (transaction) => {
          await requireModel(transaction, name);
          const versions = await transaction.getAll('modelVersions', { prefix: [name] });
          await deleteAllOf(transaction, name);
          await addStageEvents(
            transaction,
            versions.map(({ modelVersion, currentStage }) => ({
              name,
              modelVersion,
              action: 'deleted' as const,
              from: currentStage,
              to: null,
              at: clock.now(),
              user,
              reason: 'registered model deleted',
            })),
          );
        },
        { durability: 'strict' },
      );
    },
  };
}

/** A new model's record; the name is checked as MLflow's file store does (R1). */
export function toModelRecord(name: string, options: DescriptionOptions, now: number): RegisteredModelRecord {
  validateNewModelName(name);
  return {
    kind: 'registered-model',
    version: 1,
    name,
    creationTimestamp: now,
    lastUpdatedTimestamp: now,
    description: toDescription(options.description),
    tags: toTags(options.tags),
    aliases: new Map(),
    lastVersion: 0,
  };
}

/** Refuses an update without a description: there would be nothing to change. */
export function validateDescription(description: unknown): asserts description is string {
  if (typeof description === 'string') return;
  throw new MlflowException(
    `nothing to update: the description is ${quote(description)}`,
    "give a text; '' removes the description",
  );
}

/** The description a new model or version is given; null for none. */
export function toDescription(description: unknown): string | null {
  if (description === undefined || description === null) return null;
  if (typeof description === 'string') return description;
  throw invalidParameter(`the description is ${quote(description)}`, 'give a text, or leave it out');
}

async function deleteAllOf(transaction: VersionTransaction, name: string): Promise<void> {
  await transaction.delete('registeredModels', name);
  await transaction.deleteAll('modelVersions', { prefix: [name] });
}

/** Refuses names that could not stand in a URI, as MLflow's file store does (R1). */
export function validateNewModelName(name: unknown): asserts name is string {
  validateModelName(name);
  if (/[/\\%]/.test(name)) {
    throw invalidParameter(
      `invalid registered model name: ${quote(name)}`,
      "a name stands in models:/ URIs and file paths: leave out '/', '\\' and '%'",
    );
  }
}

function modelExists(name: string): Error {
  return alreadyExists(
    `registered model (name=${name}) already exists`,
    'take another name, or add a version to this one with createModelVersion',
  );
}
