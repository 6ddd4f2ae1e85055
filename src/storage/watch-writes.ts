import type { Collections, Database, WriteTransaction } from '../core/database.ts';

/** The database, which tells `onWrite` the collections of every write that was kept and changed something. */
export function watchWrites<C extends Collections>(
  database: Database<C>,
  onWrite: (collections: readonly (keyof C & string)[]) => void,
): Database<C> {
  return {
    read: (collections, run) => database.read(collections, run),
    async write(collections, run, options) {
      const written = new Set<keyof C & string>();
      const result = await database.write(
        collections,
        (transaction) => run(noting(transaction, written)),
        options,
      );
      if (written.size > 0) onWrite([...written]);
      return result;
    },
  };
}

function noting<C extends Collections, N extends keyof C>(
  transaction: WriteTransaction<C, N>,
  written: Set<keyof C & string>,
): WriteTransaction<C, N> {
  const note = (collection: N): void => void written.add(collection as N & string);
  return {
    get: transaction.get,
    getAll: transaction.getAll,
    count: transaction.count,
    put: (collection, record) => {
      note(collection);
      return transaction.put(collection, record);
    },
    delete: (collection, key) => {
      note(collection);
      return transaction.delete(collection, key);
    },
    deleteAll: (collection, range) => {
      note(collection);
      return transaction.deleteAll(collection, range);
    },
  };
}
