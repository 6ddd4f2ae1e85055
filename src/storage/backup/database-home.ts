import type { DatabaseCopy, WholeDatabase } from './database-copy.ts';
import type { AnyCollections, AnyDatabaseKind } from './database-kind.ts';

/** Where databases live: the browser, or this process's memory. */
export interface DatabaseHome {
  /** Names of the databases that are there. */
  names(): Promise<readonly string[]>;
  /** All that a database holds, as it is: one that this version of the lab cannot open too. */
  copy(name: string): Promise<DatabaseCopy>;
  /** How many records each collection of a database has, by name. Reads none of them. */
  count(name: string): Promise<Readonly<Record<string, number>>>;
  /** Works on a database of this kind, which is created where there is none, and closes it. */
  use<T>(
    name: string,
    kind: AnyDatabaseKind,
    work: (whole: WholeDatabase<AnyCollections>) => Promise<T>,
  ): Promise<T>;
  /** Deletes a database with all that it holds. */
  remove(name: string): Promise<void>;
}
