import { deleteDB, openDB } from 'idb';
import { quote } from '../../core/errors.ts';
import { openIndexedDb } from '../indexeddb-database.ts';
import { upgradeDatabase } from '../upgrades.ts';
import { BackupError } from './backup-error.ts';
import { copyDatabase, type DatabaseCopy } from './database-copy.ts';
import type { AnyDatabaseKind } from './database-kind.ts';

/**
 * A copy in the present schema. An older one goes the way that its database would have gone: it is stored as it was,
 * in a database of its own, and opened with the upgrades that came since. One of a later schema is a `BackupError`.
 */
export async function upgradeCopy(copy: DatabaseCopy, kind: AnyDatabaseKind): Promise<DatabaseCopy> {
  const present = kind.upgrades.length;
  if (copy.version === present) return copy;
  if (copy.version > present || copy.version < 1) {
    throw new BackupError(
      'newer-version',
      `database ${quote(copy.name)} was saved with schema version ${copy.version}, this lab knows ${present}`,
    );
  }
  const name = `upgrade-${copy.name}-${crypto.getRandomValues(new Uint32Array(2)).join('-')}`;
  try {
    await storeAsItWas(name, copy, kind);
    const database = await openIndexedDb({ name, ...kind });
    const upgraded = await copyDatabase({ name: copy.name, version: present, ...kind, database });
    database.close();
    return upgraded;
  } finally {
    await deleteDB(name);
  }
}

/** Makes the database of `copy.version` as that version made it, and fills it. */
export async function storeAsItWas(name: string, copy: DatabaseCopy, kind: AnyDatabaseKind): Promise<void> {
  const connection = await openDB(name, copy.version, {
    upgrade: (database, oldVersion, _newVersion, transaction) =>
      upgradeDatabase({ database, transaction, oldVersion }, kind.upgrades.slice(0, copy.version)),
  });
  const names = copy.collections.map((collection) => collection.name);
  const strange = names.find((collection) => !connection.objectStoreNames.contains(collection));
  if (strange !== undefined) {
    connection.close();
    throw new BackupError(
      'not-acceptable',
      `schema version ${copy.version} has no collection ${quote(strange)}`,
    );
  }
  const transaction = connection.transaction(names, 'readwrite');
  for (const { name: collection, records } of copy.collections) {
    for (const record of records) void transaction.objectStore(collection).put(record);
  }
  await transaction.done;
  connection.close();
}
