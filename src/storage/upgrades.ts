import type { IDBPDatabase, IDBPTransaction } from 'idb';

/** The database while its version changes. */
export interface Upgrading {
  readonly database: IDBPDatabase;
  readonly transaction: IDBPTransaction<unknown, string[], 'versionchange'>;
}

/** One step from a released version to the next. It must keep all stored work. */
export type Upgrade = (upgrading: Upgrading) => void;

/** Runs the steps that a database of `oldVersion` has not seen. */
export function upgradeDatabase(
  upgrading: Upgrading & { readonly oldVersion: number },
  upgrades: readonly Upgrade[],
): void {
  for (const upgrade of upgrades.slice(upgrading.oldVersion)) upgrade(upgrading);
}

/** The step that adds collections with the given key paths. */
export function addCollections(keyPaths: Readonly<Record<string, string | readonly string[]>>): Upgrade {
  return ({ database }) => {
    for (const [name, keyPath] of Object.entries(keyPaths)) {
      database.createObjectStore(name, { keyPath: typeof keyPath === 'string' ? keyPath : [...keyPath] });
    }
  };
}
