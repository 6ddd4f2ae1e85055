import type { Collections, Database, KeyPaths } from '../../core/database.ts';

/** Records that are read or put in one go: a page does not feel so many. */
export const BATCH = 50;

/** All records of one collection, in the order of their keys. */
export interface CollectionCopy {
  readonly name: string;
  readonly keyPath: string | readonly string[];
  readonly records: readonly object[];
}

/** All that one database holds at one moment. */
export interface DatabaseCopy {
  readonly name: string;
  /** The schema's version: how many of its upgrades the database has seen. */
  readonly version: number;
  readonly collections: readonly CollectionCopy[];
}

/** A database that can be copied and replaced as a whole. */
export interface WholeDatabase<C extends Collections> {
  readonly name: string;
  readonly version: number;
  readonly keyPaths: KeyPaths<C>;
  readonly database: Database<C>;
}

/** Copies everything in one transaction: no write lies half before and half after it. */
export async function copyDatabase<C extends Collections>(whole: WholeDatabase<C>): Promise<DatabaseCopy> {
  const { name, version, keyPaths, database } = whole;
  const names = Object.keys(keyPaths) as (keyof C & string)[];
  const contents = await database.read(names, (transaction) =>
    Promise.all(names.map((collection) => transaction.getAll(collection))),
  );
  const collections = names.map((collection, i) => ({
    name: collection,
    keyPath: keyPaths[collection],
    records: contents[i] ?? [],
  }));
  return { name, version, collections };
}

/** Puts a copy in place of everything that is there, in one transaction: all of it or, where that fails, nothing. */
export async function replaceDatabase<C extends Collections>(
  { keyPaths, database }: WholeDatabase<C>,
  copy: DatabaseCopy,
): Promise<void> {
  const names = Object.keys(keyPaths) as (keyof C & string)[];
  await database.write(
    names,
    async (transaction) => {
      for (const name of names) {
        const records = copy.collections.find((collection) => collection.name === name)?.records ?? [];
        await transaction.deleteAll(name);
        for (let at = 0; at < records.length; at += BATCH) {
          const batch = records.slice(at, at + BATCH);
          await Promise.all(batch.map((record) => transaction.put(name, record as C[typeof name])));
        }
      }
    },
    { durability: 'strict' },
  );
}
