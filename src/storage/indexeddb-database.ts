// idb: IndexedDB's own API with promises and types, 1 kB, by a platform maintainer.
import { type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type {
  Collections,
  Database,
  Key,
  KeyPaths,
  Range,
  WriteOptions,
  WriteTransaction,
} from '../core/database.ts';
import { requireKey } from './record-key.ts';
import {
  type ClosedReason,
  DatabaseClosedError,
  DatabaseUnavailableError,
  StorageFullError,
} from './storage-errors.ts';
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
  readonly onBlocked?: (() => void) | undefined;
  /** Called when the open database is closed from outside; whatever is asked of it from then on fails. */
  readonly onClosed?: ((reason: ClosedReason) => void) | undefined;
}

/**
 * Opens, and where needed creates or upgrades, an IndexedDB database. A database written by a newer version of
 * the lab is refused untouched.
 */
export async function openIndexedDb<C extends Collections>(
  options: IndexedDbOptions<C>,
): Promise<IndexedDbDatabase<C>> {
  const opened = await connect(options);
  return {
    read: (collections, run) => inTransaction(opened, { collections, mode: 'readonly' }, run),
    write: (collections, run, options) =>
      inTransaction(opened, { collections, mode: 'readwrite', ...options }, run),
    close: () => opened.connection.close(),
  };
}

/** A connection, and why it was closed from outside where it was. */
interface Opened {
  readonly name: string;
  readonly connection: IDBPDatabase;
  closed: ClosedReason | null;
}

async function connect<C extends Collections>(options: IndexedDbOptions<C>): Promise<Opened> {
  const { name, upgrades, onBlocked, onClosed } = options;
  const close = (reason: ClosedReason): void => {
    if (opened === null || opened.closed !== null) return;
    opened.closed = reason;
    // Another tab wants to upgrade or delete: an open connection would hold it up for ever.
    opened.connection.close();
    onClosed?.(reason);
  };
  let opened: Opened | null = null;
  try {
    const connection: IDBPDatabase = await openDB(name, upgrades.length, {
      upgrade: (database, oldVersion, _newVersion, transaction) =>
        upgradeDatabase({ database, transaction, oldVersion }, upgrades),
      blocked: () => onBlocked?.(),
      blocking: (_version, wanted) => close(wanted === null ? 'deleted' : 'upgraded'),
      // The browser takes it away: the site's data are cleared, or the disk fails.
      terminated: () => close('taken-away'),
    });
    opened = { name, connection, closed: null };
  } catch (cause) {
    throw DatabaseUnavailableError.from(name, cause);
  }
  const missing = Object.keys(options.keyPaths).filter(
    (it) => !opened.connection.objectStoreNames.contains(it),
  );
  if (missing.length === 0) return opened;
  opened.connection.close();
  throw DatabaseUnavailableError.from(name, new Error(`it has no collection '${missing.join("', '")}'`));
}

interface TransactionScope<N> extends WriteOptions {
  readonly collections: readonly N[];
  readonly mode: 'readonly' | 'readwrite';
}

async function inTransaction<C extends Collections, N extends keyof C, T>(
  opened: Opened,
  scope: TransactionScope<N>,
  run: (transaction: WriteTransaction<C, N>) => Promise<T>,
): Promise<T> {
  const { durability = 'relaxed', isAtOnce = false } = scope;
  if (opened.closed !== null) throw new DatabaseClosedError(opened.name, opened.closed);
  const names = scope.collections.map(String);
  const transaction = opened.connection.transaction(names, scope.mode, { durability });
  // A failed transaction rejects `done` too; without this it would also be reported as unhandled.
  transaction.done.catch(() => undefined);
  try {
    const running = run(wrap(transaction));
    if (isAtOnce) transaction.commit();
    const result = await running;
    // A read has all that it asked for; only what was written can still be lost.
    if (scope.mode === 'readwrite') await transaction.done;
    return result;
  } catch (error) {
    abort(transaction);
    throw isQuotaExceeded(error) || isQuotaExceeded(transaction.error) ? StorageFullError.from(error) : error;
  }
}

/** Named alike in all browsers, whether it is a `DOMException` or, as lately, a class of its own. */
function isQuotaExceeded(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
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
  return requireKey(key) as IDBValidKey;
}

function toKeyRange(range: Range = {}): IDBKeyRange | undefined {
  if (range.prefix === undefined) return undefined;
  // A list sorts after every number and text, so this bound lies after all keys that go on from the prefix.
  const afterPrefix = [...range.prefix, [[]]];
  return IDBKeyRange.bound(toValidKey(range.prefix), toValidKey(afterPrefix));
}
