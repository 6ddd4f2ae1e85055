import { quote } from '../../core/errors.ts';
import { BackupError } from './backup-error.ts';
import { checkRecords } from './check-records.ts';
import { type DatabaseCopy, replaceDatabase } from './database-copy.ts';
import type { DatabaseHome } from './database-home.ts';
import type { AnyDatabaseKind } from './database-kind.ts';

/** What is restored, and where to. */
export interface RestorePlan {
  /** Copies in the present schema, checked (see `prepareCopy`). */
  readonly copies: readonly DatabaseCopy[];
  readonly home: DatabaseHome;
  readonly kinds: readonly AnyDatabaseKind[];
}

/** The kind of database that has all collections of a copy; a `BackupError` where there is none. */
export function kindOf(copy: DatabaseCopy, kinds: readonly AnyDatabaseKind[]): AnyDatabaseKind {
  const kind = kinds.find(({ keyPaths }) =>
    copy.collections.every(
      ({ name, keyPath }) =>
        Object.hasOwn(keyPaths, name) && JSON.stringify(keyPaths[name]) === JSON.stringify(keyPath),
    ),
  );
  if (kind !== undefined && copy.collections.length > 0) return kind;
  throw new BackupError('not-acceptable', `${quote(copy.name)} is no database of the lab`);
}

/** Checks each record of a copy in the present schema. */
export function checkCopy(copy: DatabaseCopy, kinds: readonly AnyDatabaseKind[]): void {
  checkRecords(copy, kindOf(copy, kinds).schemas);
}

/**
 * Puts the copies in place of what is there. Each database changes in one transaction; where one fails, those before it
 * are put back as they were, and the error is thrown.
 */
export async function restoreCopies({ copies, home, kinds }: RestorePlan): Promise<void> {
  const present = await home.names();
  const before: DatabaseCopy[] = [];
  try {
    for (const copy of copies) {
      const old = present.includes(copy.name) ? await home.copy(copy.name) : emptied(copy);
      await home.use(copy.name, kindOf(copy, kinds), (whole) => replaceDatabase(whole, copy));
      before.unshift(old);
    }
  } catch (error) {
    for (const old of before)
      await home.use(old.name, kindOf(old, kinds), (whole) => replaceDatabase(whole, old));
    throw error;
  }
}

function emptied(copy: DatabaseCopy): DatabaseCopy {
  return { ...copy, collections: copy.collections.map((collection) => ({ ...collection, records: [] })) };
}
