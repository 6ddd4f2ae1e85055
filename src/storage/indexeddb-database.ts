// idb: IndexedDB's own API with promises and types, 1 kB, by a platform maintainer.
import { type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { Collections, Database, Key, KeyPaths, Range, WriteTransaction } from '../core/database.ts';
import { LabError } from '../core/errors.ts';
import { type Upgrade, upgradeDatabase } from './upgrades.ts';

/** A `Database` kept by the browser. `close` lets another tab upgrade or delete it. */
export interface IndexedDbDatabase<C extends Collections> extends Database<C> {
  close(): void;
}

/** Where the database is kept and how it came to its present shape. */
export interface IndexedDbOptions<C extends Collections> {
  readonly name: string;
  readonly keyPaths: KeyPaths<C>;
  /** One step per released version, oldest first; the number of steps is the current version. */
  readonly upgrades: readonly Upgrade[];
  /** Called when another tab holds an older version open, which must close before this one can go on. */
  readonly onBlocked?: () => void;
}

/** The stored data cannot be opened; the browser's own error is the cause. */
export class DatabaseUnavailableError extends LabError {
  override readonly name = 'DatabaseUnavailableError';
}

/**
 * Opens, and where needed creates or upgrades, an IndexedDB database. A database written by a newer version of
 * the lab is refused untouched.
 */
export async function openIndexedDb<C extends Collections>(
  options: IndexedDbOptions<C>,
): Promise<IndexedDbDatabase<C>> {
  const connection = await connect(options);
  return {
    read: (collections, run) => inTransaction(connection, { collections, mode: 'readonly' }, run),
    write: (collections, run, { durability = 'relaxed' } = {}) =>
      inTransaction(connection, { collections, mode: 'readwrite', durability }, run),
    close: () => connection.close(),
  };
}

async function connect<C extends Collections>(options: IndexedDbOptions<C>): Promise<IDBPDatabase> {
  try {
    const connection: IDBPDatabase = await openDB(options.name, options.upgrades.length, {
      upgrade: (database, oldVersion, _newVersion, transaction) =>
        upgradeDatabase({ database, transaction, oldVersion }, options.upgrades),
      blocked: () => options.onBlocked?.(),
      // Another tab wants to upgrade or delete: an open connection would hold it up for ever.
      blocking: () => connection.close(),
    });
    return connection;
  } catch (cause) {
    throw Object.assign(unavailable(options.name, cause), { cause });
  }
}

function unavailable(name: string, cause: unknown): DatabaseUnavailableError {
  if (cause instanceof DOMException && cause.name === 'VersionError') {
    return new DatabaseUnavailableError(
      `database '${name}' was written by a newer version of the lab`,
      'reload to get the newest version; your work is untouched',
    );
  }
  return new DatabaseUnavailableError(
    `database '${name}' cannot be opened: ${String(cause)}`,
    'allow this site to store data (private windows often forbid it) and reload',
  );
}

interface TransactionScope<N> {
  readonly collections: readonly N[];
  readonly mode: 'readonly' | 'readwrite';
  readonly durability?: 'strict' | 'relaxed';
}

async function inTransaction<C extends Collections, N extends keyof C, T>(
  connection: IDBPDatabase,
  scope: TransactionScope<N>,
  run: (transaction: WriteTransaction<C, N>) => Promise<T>,
): Promise<T> {
  const { durability = 'relaxed' } = scope;
  const transaction = connection.transaction(scope.collections.map(String), scope.mode, { durability });
  // A failed transaction rejects `done` too; without this it would also be reported as unhandled.
  transaction.done.catch(() => undefined);
  try {
    const result = await run(wrap(transaction));
    // A read has all that it asked for; only what was written can still be lost.
    if (scope.mode === 'readwrite') await transaction.done;
    return result;
  } catch (error) {
    abort(transaction);
    throw error;
  }
}

function abort(transaction: IDBPTransaction<unknown, string[], 'readonly' | 'readwrite'>): void {
  try {
    transaction.abort();
  } catch {
    // It already ended by itself: nothing of it was kept.
  }
}

function wrap<C extends Collections, N extends keyof C>(
  transaction: IDBPTransaction<unknown, string[], 'readonly' | 'readwrite'>,
): WriteTransaction<C, N> {
  const store = (collection: N) =>
    (transaction as IDBPTransaction<unknown, string[], 'readwrite'>).objectStore(collection as string);
  return {
    get: (collection, key) => store(collection).get(toValidKey(key)),
    getAll: (collection, range) => store(collection).getAll(toKeyRange(range)),
    count: (collection, range) => store(collection).count(toKeyRange(range)),
    put: async (collection, record) => {
      await store(collection).put(record);
    },
    delete: (collection, key) => store(collection).delete(toValidKey(key)),
    deleteAll: async (collection, range) => {
      const keys = toKeyRange(range);
      await (keys === undefined ? store(collection).clear() : store(collection).delete(keys));
    },
  };
}

function toValidKey(key: Key): IDBValidKey {
  return key as IDBValidKey;
}

function toKeyRange(range: Range = {}): IDBKeyRange | undefined {
  if (range.prefix === undefined) return undefined;
  // A list sorts after every number and text, so this bound lies after all keys that go on from the prefix.
  const afterPrefix = [...range.prefix, [[]]];
  return IDBKeyRange.bound(toValidKey(range.prefix), toValidKey(afterPrefix));
}
