import type { ReadTransaction } from '../database.ts';
import { quote } from '../errors.ts';
import { invalidParameter } from '../tracking/mlflow-exception.ts';
import type { ModelVersionRecord, RegistryCollections } from './collections.ts';
import type { RegistryContext } from './context.ts';
import { type ModelVersion, toModelVersion } from './entities.ts';
import { requireModel, requireVersion, type VersionNumber, validateModelName } from './find.ts';

const LONGEST_ALIAS = 255;

/** Aliases: movable names for one version of a model each (R18). */
export function aliasOperations({ database }: RegistryContext) {
  return {
    /** Points `alias` to a live version; an alias that is there moves. */
    async setRegisteredModelAlias(name: string, alias: string, version: VersionNumber): Promise<void> {
      validateModelName(name);
      validateAlias(alias);
      await database.write(
        ['registeredModels', 'modelVersions'],
        async (transaction) => {
          const { modelVersion } = await requireVersion(transaction, name, version);
          const model = await requireModel(transaction, name);
          const aliases = new Map(model.aliases).set(alias, modelVersion);
          await transaction.put('registeredModels', { ...model, aliases });
        },
        { durability: 'strict' },
      );
    },

    /** Removes an alias; one that is not there is no error. */
    async deleteRegisteredModelAlias(name: string, alias: string): Promise<void> {
      validateModelName(name);
      validateAlias(alias);
      await database.write(
        ['registeredModels'],
        async (transaction) => {
          const model = await requireModel(transaction, name);
          const aliases = new Map(model.aliases);
          if (aliases.delete(alias)) await transaction.put('registeredModels', { ...model, aliases });
        },
        { durability: 'strict' },
      );
    },

    async getModelVersionByAlias(name: string, alias: string): Promise<ModelVersion> {
      return database.read(['registeredModels', 'modelVersions'], async (transaction) => {
        const version = await requireAliasedVersion(transaction, name, alias);
        return toModelVersion(await requireModel(transaction, name), version);
      });
    },
  };
}

/** The live version that an alias points to; INVALID_PARAMETER_VALUE where the alias or the model is not there. */
export async function requireAliasedVersion(
  transaction: ReadTransaction<RegistryCollections, 'registeredModels' | 'modelVersions'>,
  name: string,
  alias: string,
): Promise<ModelVersionRecord> {
  validateModelName(name);
  validateAlias(alias);
  const aliases = (await transaction.get('registeredModels', name))?.aliases ?? new Map<string, number>();
  const version = aliases.get(alias);
  if (version === undefined) {
    throw invalidParameter(
      `registered model alias ${quote(alias)} not found`,
      aliases.size === 0
        ? `${quote(name)} has no aliases; set one with setRegisteredModelAlias`
        : `${quote(name)} has ${[...aliases.keys()].join(', ')}; aliases are case-sensitive`,
    );
  }
  return requireVersion(transaction, name, version);
}

function validateAlias(alias: unknown): asserts alias is string {
  if (typeof alias !== 'string' || alias === '') {
    throw invalidParameter(`alias ${quote(alias)} cannot be empty`, 'give the alias as a string');
  }
  if (!/^[\p{L}\p{N}_-]*$/u.test(alias)) {
    throw invalidParameter(
      `invalid alias name: ${quote(alias)}`,
      'aliases may hold letters, digits, underscores and dashes',
    );
  }
  if (alias.length > LONGEST_ALIAS) {
    throw invalidParameter(
      `alias has length ${alias.length}, more than ${LONGEST_ALIAS}`,
      'shorten the alias',
    );
  }
  if (alias.toLowerCase() === 'latest' || /^v\d+$/i.test(alias)) {
    throw invalidParameter(
      `alias name ${quote(alias)} is reserved`,
      "'latest' and version numbers such as 'v3' would be ambiguous; take a name such as 'champion'",
    );
  }
}
