import { quote } from '../errors.ts';
import { entriesOf } from '../tracking/entries.ts';
import { invalidParameter } from '../tracking/mlflow-exception.ts';
import { fitValue, toText, validateKey, validateKeyName } from '../tracking/validate-entry.ts';
import type { RegistryContext } from './context.ts';
import { requireModel, requireVersion, type VersionNumber } from './find.ts';

/** Tags of registered models and versions: setting overwrites, deleting a missing one is silent (R19). */
export function tagOperations({ database }: RegistryContext) {
  return {
    async setRegisteredModelTag(name: string, key: string, value: unknown): Promise<void> {
      const [checkedKey, text] = toTag(key, value);
      await changeModelTags(name, (tags) => tags.set(checkedKey, text));
    },

    async deleteRegisteredModelTag(name: string, key: string): Promise<void> {
      validateKeyName(key, 'registry tag');
      await changeModelTags(name, (tags) => tags.delete(key));
    },

    async setModelVersionTag(tag: {
      readonly name: string;
      readonly version: VersionNumber;
      readonly key: string;
      readonly value: unknown;
    }): Promise<void> {
      const [key, value] = toTag(tag.key, tag.value);
      await changeVersionTags(tag.name, tag.version, (tags) => tags.set(key, value));
    },

    async deleteModelVersionTag(name: string, version: VersionNumber, key: string): Promise<void> {
      validateKeyName(key, 'registry tag');
      await changeVersionTags(name, version, (tags) => tags.delete(key));
    },
  };

  async function changeModelTags(name: string, change: (tags: Map<string, string>) => void): Promise<void> {
    await database.write(['registeredModels'], async (transaction) => {
      const model = await requireModel(transaction, name);
      const tags = new Map(model.tags);
      change(tags);
      await transaction.put('registeredModels', { ...model, tags });
    });
  }

  async function changeVersionTags(
    name: string,
    version: VersionNumber,
    change: (tags: Map<string, string>) => void,
  ): Promise<void> {
    await database.write(['modelVersions'], async (transaction) => {
      const record = await requireVersion(transaction, name, version);
      const tags = new Map(record.tags);
      change(tags);
      await transaction.put('modelVersions', { ...record, tags });
    });
  }
}

/** Checked tags of a new model or version. */
export function toTags(tags?: Readonly<Record<string, unknown>> | null): Map<string, string> {
  return new Map(entriesOf(tags ?? {}).map(({ key, value }) => toTag(key, value)));
}

function toTag(key: string, value: unknown): [string, string] {
  validateKey(key, 'registry tag');
  if (value === null || value === undefined) {
    throw invalidParameter(`tag ${quote(key)} has no value`, 'give a text, or delete the tag instead');
  }
  return [key, fitValue(toText(value), { kind: 'registry tag', key })];
}
