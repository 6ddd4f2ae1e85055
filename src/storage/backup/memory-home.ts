import { KeyError, quote } from '../../core/errors.ts';
import { createMemoryDatabase } from '../memory-database.ts';
import { copyDatabase, type DatabaseCopy, type WholeDatabase } from './database-copy.ts';
import type { DatabaseHome } from './database-home.ts';
import type { AnyCollections } from './database-kind.ts';

/** Databases in this process's memory: where a browser keeps nothing, and in tests. */
export function createMemoryHome(
  databases: Map<string, WholeDatabase<AnyCollections>> = new Map(),
): DatabaseHome {
  const copyOf = async (name: string): Promise<DatabaseCopy> => {
    const whole = databases.get(name);
    if (whole === undefined) throw new KeyError(`no database ${quote(name)}`, 'see names()');
    return copyDatabase(whole);
  };
  return {
    names: async () => [...databases.keys()].sort(),
    copy: copyOf,
    async count(name) {
      const { collections } = await copyOf(name);
      return Object.fromEntries(
        collections.map((collection) => [collection.name, collection.records.length]),
      );
    },
    async use(name, { keyPaths, upgrades }, work) {
      const whole = databases.get(name) ?? {
        name,
        version: upgrades.length,
        keyPaths,
        database: createMemoryDatabase(keyPaths),
      };
      databases.set(name, whole);
      return work(whole);
    },
    remove: async (name) => void databases.delete(name),
  };
}
