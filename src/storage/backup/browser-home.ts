import { deleteDB, type IDBPObjectStore, openDB } from 'idb';
import { openIndexedDb } from '../indexeddb-database.ts';
import { BATCH, type DatabaseCopy } from './database-copy.ts';
import type { DatabaseHome } from './database-home.ts';

/** The databases that this browser keeps for the lab, by the beginning of their names. */
export function createBrowserHome(prefix: string): DatabaseHome {
  return {
    async names() {
      const found = await indexedDB.databases();
      return found.flatMap(({ name = '' }) => (name.startsWith(prefix) ? [name] : [])).sort();
    },
    copy: copyAsItIs,
    count: countAsItIs,
    async use(name, kind, work) {
      const database = await openIndexedDb({ name, ...kind });
      try {
        return await work({ name, version: kind.upgrades.length, keyPaths: kind.keyPaths, database });
      } finally {
        database.close();
      }
    },
    remove: (name) => deleteDB(name),
  };
}

async function countAsItIs(name: string): Promise<Record<string, number>> {
  const connection = await openDB(name);
  try {
    const names = [...connection.objectStoreNames];
    const counts = names.map(async (it) => [it, await connection.count(it)] as const);
    return Object.fromEntries(await Promise.all(counts));
  } finally {
    connection.close();
  }
}

/** Asks for no version and no collection, so that it reads databases of other versions of the lab, newer ones too. */
async function copyAsItIs(name: string): Promise<DatabaseCopy> {
  const connection = await openDB(name);
  try {
    const names = [...connection.objectStoreNames];
    if (names.length === 0) return { name, version: connection.version, collections: [] };
    const transaction = connection.transaction(names);
    const collections = names.map(async (collection) => {
      const store = transaction.objectStore(collection);
      const records = await readAll(store);
      return { name: collection, keyPath: store.keyPath as string | string[], records };
    });
    return { name, version: connection.version, collections: await Promise.all(collections) };
  } finally {
    connection.close();
  }
}

/** Batch by batch: a browser unpacks all records of one answer in one go. */
async function readAll(store: IDBPObjectStore<unknown, string[], string>): Promise<object[]> {
  const records: object[] = [];
  let after: IDBKeyRange | null = null;
  for (;;) {
    const [keys, batch]: [IDBValidKey[], object[]] = await Promise.all([
      store.getAllKeys(after, BATCH),
      store.getAll(after, BATCH),
    ]);
    records.push(...batch);
    if (keys.length < BATCH) return records;
    after = IDBKeyRange.lowerBound(keys.at(-1), true);
  }
}
