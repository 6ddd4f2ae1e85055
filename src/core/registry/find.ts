import type { ReadTransaction } from '../database.ts';
import { quote, suggest } from '../errors.ts';
import { doesNotExist, invalidParameter } from '../tracking/mlflow-exception.ts';
import type { ModelVersionRecord, RegisteredModelRecord, RegistryCollections } from './collections.ts';

/** A version number, or the text of one (R20). */
export type VersionNumber = number | string;

/** The registered model of this name; RESOURCE_DOES_NOT_EXIST where there is none. */
export async function requireModel(
  transaction: ReadTransaction<RegistryCollections, 'registeredModels'>,
  name: string,
): Promise<RegisteredModelRecord> {
  validateModelName(name);
  const model = await transaction.get('registeredModels', name);
  if (model === undefined) {
    const names = (await transaction.getAll('registeredModels')).map((known) => known.name);
    throw doesNotExist(`registered model with name=${name} not found`, suggest(name, names));
  }
  return model;
}

/** The live version of this number; a deleted one does not exist (R12). */
export async function requireVersion(
  transaction: ReadTransaction<RegistryCollections, 'modelVersions'>,
  name: string,
  version: VersionNumber,
): Promise<ModelVersionRecord> {
  validateModelName(name);
  const number = toVersionNumber(version);
  const record = await transaction.get('modelVersions', [name, number]);
  if (record === undefined) {
    const versions = await transaction.getAll('modelVersions', { prefix: [name] });
    throw doesNotExist(
      `model version (name=${name}, version=${version}) not found`,
      versions.length === 0
        ? 'this model has no versions'
        : `it has ${versions.map((known) => known.modelVersion).join(', ')}; deleted versions never come back`,
    );
  }
  return record;
}

/** Refuses an empty name; for looking a model up. */
export function validateModelName(name: unknown): asserts name is string {
  if (typeof name !== 'string' || name === '') {
    throw invalidParameter(
      `registered model name ${quote(name)} cannot be empty`,
      'give the name as a string',
    );
  }
}

/** The version as a number; what is no whole number is refused (R20). */
export function toVersionNumber(version: VersionNumber): number {
  const isWhole =
    typeof version === 'number' ? Number.isInteger(version) : /^\s*[+-]?\d+\s*$/.test(String(version));
  if (isWhole) return Number(version);
  throw invalidParameter(
    `model version must be an integer, got ${quote(version)}`,
    'give the number of a version; a stage belongs in a models:/ URI or in getLatestVersions',
  );
}
