/** A key: a number, a string, or a list of keys, ordered as IndexedDB orders them (numbers < strings < lists). */
export type Key = number | string | readonly Key[];

/** Maps each collection's name to its record type. Records carry their own key (see `KeyPaths`). */
export type Collections = Record<string, object>;

/** Per collection the property, or properties in order, that make up a record's key. */
export type KeyPaths<C extends Collections> = {
  readonly [N in keyof C]: (keyof C[N] & string) | readonly (keyof C[N] & string)[];
};

/** Which records to read: all, or those whose list key starts with `prefix`. Results come in key order. */
export interface Range {
  readonly prefix?: readonly Key[];
}

/** Reads see one consistent state of the named collections. */
export interface ReadTransaction<C extends Collections, N extends keyof C> {
  get<K extends N>(collection: K, key: Key): Promise<C[K] | undefined>;
  getAll<K extends N>(collection: K, range?: Range): Promise<C[K][]>;
  count<K extends N>(collection: K, range?: Range): Promise<number>;
}

/** Writes become visible together when the transaction's function resolves, or not at all when it throws. */
export interface WriteTransaction<C extends Collections, N extends keyof C> extends ReadTransaction<C, N> {
  /**
   * Stores a copy of `record` under its key, replacing the record that is there. An `ArrayBuffer` in it is handed over:
   * it must not be written to afterwards.
   */
  put<K extends N>(collection: K, record: C[K]): Promise<void>;
  delete<K extends N>(collection: K, key: Key): Promise<void>;
  deleteAll<K extends N>(collection: K, range?: Range): Promise<void>;
}

/** How sure a write must be: 'strict' is on disk before it resolves, 'relaxed' may wait for the system. */
export type Durability = 'strict' | 'relaxed';

/** How a write is kept. */
export interface WriteOptions {
  /** Left out, 'relaxed'. */
  readonly durability?: Durability;
  /**
   * All is asked for before the function first awaits: the write goes to the disk at once, and needs nothing more of a
   * page that may be busy, or killed. Nothing can be asked for afterwards, and a later failure takes nothing back.
   */
  readonly isAtOnce?: boolean;
}

/**
 * Transactions over named collections of records; what every store of the lab is written against.
 * Mirrors IndexedDB: inside `run`, await nothing but the transaction's own methods, or it commits early.
 * Write transactions that share a collection run one after the other, across tabs too.
 */
export interface Database<C extends Collections> {
  read<N extends keyof C, T>(
    collections: readonly N[],
    run: (transaction: ReadTransaction<C, N>) => Promise<T>,
  ): Promise<T>;
  write<N extends keyof C, T>(
    collections: readonly N[],
    run: (transaction: WriteTransaction<C, N>) => Promise<T>,
    options?: WriteOptions,
  ): Promise<T>;
}
