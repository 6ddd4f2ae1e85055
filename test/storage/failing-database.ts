import type { Collections, Database, WriteTransaction } from '../../src/core/database.ts';

/** What this disk throws when it is full: no error of the lab's own, nor one that a browser's database translates. */
export class DiskFull extends Error {
  override readonly name = 'DiskFull';
}

/** A database on a disk that runs full: writing and deleting fail once `room` such steps were taken. */
export interface FailingDatabase<C extends Collections> extends Database<C> {
  /** Steps that still go well; unlimited until it is set. */
  room: number;
}

/** Puts a disk that can run full under `database`; reading goes on. */
export function createFailingDatabase<C extends Collections>(database: Database<C>): FailingDatabase<C> {
  const failing: FailingDatabase<C> = {
    room: Number.POSITIVE_INFINITY,
    read: (collections, run) => database.read(collections, run),
    write: (collections, run, options) =>
      database.write(collections, (transaction) => run(limit(transaction)), options),
  };
  const takeStep = (): void => {
    if (failing.room <= 0) throw new DiskFull('the disk is full');
    failing.room -= 1;
  };
  function limit<N extends keyof C>(transaction: WriteTransaction<C, N>): WriteTransaction<C, N> {
    return {
      ...transaction,
      put: async (...args) => {
        takeStep();
        return transaction.put(...args);
      },
      delete: async (...args) => {
        takeStep();
        return transaction.delete(...args);
      },
      deleteAll: async (...args) => {
        takeStep();
        return transaction.deleteAll(...args);
      },
    };
  }
  return failing;
}
