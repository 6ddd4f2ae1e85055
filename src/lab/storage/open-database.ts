import type { Collections, Database, KeyPaths } from '../../core/database.ts';
import type { WholeDatabase } from '../../storage/backup/database-copy.ts';
import type { AnyCollections } from '../../storage/backup/database-kind.ts';
import { openIndexedDb } from '../../storage/indexeddb-database.ts';
import { createMemoryDatabase } from '../../storage/memory-database.ts';
import { DatabaseUnavailableError } from '../../storage/storage-errors.ts';
import type { Upgrade } from '../../storage/upgrades.ts';
import { watchWrites } from '../../storage/watch-writes.ts';
import { announceChange } from '../tabs/lab-changes.ts';
import { mayOpen } from './opening-gate.ts';
import { noteClosed, noteUnavailable, storageState } from './storage-state.ts';

/** An opening that takes longer waits for something; a busy computer may need a second. */
const PATIENCE_MS = 4000;

/** The databases of a page that works without storage. */
export const inMemory = new Map<string, WholeDatabase<AnyCollections>>();

/**
 * Opens one of the lab's databases where the student works: in the browser's storage, or in memory where that cannot be
 * had and the student chose so. What happens to it is shown by `storageState`, and told to the other tabs.
 */
export async function openDatabase<C extends Collections>(
  name: string,
  { keyPaths, upgrades }: { readonly keyPaths: KeyPaths<C>; readonly upgrades: readonly Upgrade[] },
): Promise<Database<C>> {
  const database =
    storageState.getState().status.kind === 'memory'
      ? openInMemory(name, { keyPaths, version: upgrades.length })
      : await openStored(name, { keyPaths, upgrades });
  return watchWrites(database, (collections) => {
    storageState.setState({ savedAt: Date.now() });
    announceChange({ kind: 'written', database: name, collections });
  });
}

function openInMemory<C extends Collections>(
  name: string,
  { keyPaths, version }: { readonly keyPaths: KeyPaths<C>; readonly version: number },
): Database<C> {
  const database = createMemoryDatabase(keyPaths);
  inMemory.set(name, { name, version, keyPaths, database } as unknown as WholeDatabase<AnyCollections>);
  return database;
}

async function openStored<C extends Collections>(
  name: string,
  kind: { readonly keyPaths: KeyPaths<C>; readonly upgrades: readonly Upgrade[] },
): Promise<Database<C>> {
  const wait = (): void => storageState.setState({ status: { kind: 'waiting' } });
  const timer = setTimeout(wait, PATIENCE_MS);
  try {
    await mayOpen();
    const database = await openIndexedDb<C>({
      name,
      ...kind,
      onBlocked: wait,
      onClosed: noteClosed,
    });
    storageState.setState({ status: { kind: 'open' } });
    return database;
  } catch (error) {
    if (error instanceof DatabaseUnavailableError) noteUnavailable(error);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
