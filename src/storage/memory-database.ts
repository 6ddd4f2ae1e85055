import type { Collections, Database, Key, KeyPaths, Range, WriteTransaction } from '../core/database.ts';
import { compareKeys, hasPrefix } from './compare-keys.ts';
import { copyRecord, takeRecord } from './copy-record.ts';
import { recordKey, requireKey } from './record-key.ts';

interface Entry {
  readonly key: Key;
  readonly record: object;
}

/** A collection's entries by the text of their key. */
type Entries = Map<string, Entry>;

/** What a write did, so that it can be taken back: the entry that was there before, if any. */
interface Change {
  readonly entries: Entries;
  readonly text: string;
  readonly before: Entry | undefined;
}

/** A database in memory; it can be copied whole. */
export interface MemoryDatabase<C extends Collections> extends Database<C> {
  /** Another database with the same records; each goes its own way from here. O(records), their content is shared. */
  fork(): MemoryDatabase<C>;
}

/**
 * The database of Node and of tests: same contract as the IndexedDB one, nothing outlives the process. Records are
 * copied in and out, but for the buffers handed over with `put`; a transaction that throws leaves no trace;
 * transactions run one after the other.
 */
export function createMemoryDatabase<C extends Collections>(keyPaths: KeyPaths<C>): MemoryDatabase<C> {
  return openMemory(keyPaths, new Map(Object.keys(keyPaths).map((name) => [name, new Map()])));
}

function openMemory<C extends Collections>(
  keyPaths: KeyPaths<C>,
  stored: ReadonlyMap<PropertyKey, Entries>,
): MemoryDatabase<C> {
  let last: Promise<unknown> = Promise.resolve();

  const enqueue = <T>(run: () => Promise<T>): Promise<T> => {
    const next = last.then(run);
    last = next.catch(() => undefined);
    return next;
  };

  return {
    read: (collections, run) =>
      enqueue(() => run(openTransaction({ stored, keyPaths, collections, changes: [] }))),
    write: (collections, run) =>
      enqueue(async () => {
        const changes: Change[] = [];
        try {
          return await run(openTransaction({ stored, keyPaths, collections, changes }));
        } catch (error) {
          for (const change of changes.reverse()) undo(change);
          throw error;
        }
      }),
    // Entries are replaced, never written to, so two databases may hold the same ones.
    fork: () => openMemory(keyPaths, new Map([...stored].map(([name, entries]) => [name, new Map(entries)]))),
  };
}

function openTransaction<C extends Collections, N extends keyof C>(scope: {
  readonly stored: ReadonlyMap<PropertyKey, Entries>;
  readonly keyPaths: KeyPaths<C>;
  readonly collections: readonly N[];
  readonly changes: Change[];
}): WriteTransaction<C, N> {
  const entriesOf = (collection: N): Entries => {
    const entries = scope.collections.includes(collection) ? scope.stored.get(collection) : undefined;
    if (entries === undefined)
      throw new Error(`collection '${String(collection)}' is not part of this transaction`);
    return entries;
  };
  const inRange = (collection: N, range: Range = {}): [string, Entry][] => {
    const entries = [...entriesOf(collection)];
    const { prefix } = range;
    if (prefix === undefined) return entries;
    requireKey(prefix);
    return entries.filter(([, entry]) => hasPrefix(entry.key, prefix));
  };
  const change = (entries: Entries, text: string, after: Entry | undefined): void => {
    scope.changes.push({ entries, text, before: entries.get(text) });
    if (after === undefined) entries.delete(text);
    else entries.set(text, after);
  };
  return {
    get: async (collection, key) => copyOf(entriesOf(collection).get(textOf(key))),
    getAll: async <K extends N>(collection: K, range?: Range) =>
      inRange(collection, range)
        .map(([, entry]) => entry)
        .sort((a, b) => compareKeys(a.key, b.key))
        .map((entry) => copyOf<C[K]>(entry) as C[K]),
    count: async (collection, range) => inRange(collection, range).length,
    put: async (collection, record) => {
      const key = recordKey(record, scope.keyPaths[collection]);
      change(entriesOf(collection), textOf(key), { key, record: takeRecord(record) });
    },
    delete: async (collection, key) => change(entriesOf(collection), textOf(key), undefined),
    deleteAll: async (collection, range) => {
      for (const [text] of inRange(collection, range)) change(entriesOf(collection), text, undefined);
    },
  };
}

function textOf(key: Key): string {
  return JSON.stringify(requireKey(key));
}

function undo({ entries, text, before }: Change): void {
  if (before === undefined) entries.delete(text);
  else entries.set(text, before);
}

function copyOf<R>(entry: Entry | undefined): R | undefined {
  return entry === undefined ? undefined : (copyRecord(entry.record) as R);
}
