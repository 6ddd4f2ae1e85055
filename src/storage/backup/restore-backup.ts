import { quote } from '../../core/errors.ts';
import { BackupError } from './backup-error.ts';
import { checkRecords } from './check-records.ts';
import { type DatabaseCopy, replaceDatabase } from './database-copy.ts';
import type { DatabaseHome } from './database-home.ts';
import type { AnyDatabaseKind } from './database-kind.ts';
import { readBackup } from './read-backup.ts';
import type { RestoreJournal } from './restore-journal.ts';
import { writeBackup } from './write-backup.ts';

/** What is restored, and where to. */
export interface RestorePlan {
  /** Copies in the present schema, checked (see `prepareCopy`). */
  readonly copies: readonly DatabaseCopy[];
  readonly home: DatabaseHome;
  readonly kinds: readonly AnyDatabaseKind[];
  readonly journal: RestoreJournal;
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
 * Puts the copies in place of what is there: all of them or none. Each database changes in one transaction; where one
 * fails, those before it are put back as they were and the error is thrown. Where the page ends before that,
 * `takeBackUnfinished` does it when the lab is opened again.
 */
export async function restoreCopies({ copies, home, kinds, journal }: RestorePlan): Promise<void> {
  const present = await home.names();
  const undo = await writeBackup({
    ...{ appVersion: '', savedAt: 0, texts: {} },
    databases: copies.map(
      (copy) => async () => (present.includes(copy.name) ? home.copy(copy.name) : emptied(copy)),
    ),
  });
  await journal.begin(undo);
  try {
    for (const copy of copies) await replace(copy, { home, kinds });
  } catch (error) {
    await takeBackUnfinished({ home, kinds, journal });
    throw error;
  }
  await journal.end();
}

/** Puts everything back as it was before a restore that did not end, where there was one. */
export async function takeBackUnfinished({
  home,
  kinds,
  journal,
}: Omit<RestorePlan, 'copies'>): Promise<void> {
  const undo = await journal.unfinished();
  const { databases } = undo === null ? { databases: [] } : await readBackup(undo);
  for (const copy of databases) await replace(copy, { home, kinds });
  await journal.end();
}

async function replace(
  copy: DatabaseCopy,
  { home, kinds }: Pick<RestorePlan, 'home' | 'kinds'>,
): Promise<void> {
  await home.use(copy.name, kindOf(copy, kinds), (whole) => replaceDatabase(whole, copy));
}

function emptied(copy: DatabaseCopy): DatabaseCopy {
  return { ...copy, collections: copy.collections.map((collection) => ({ ...collection, records: [] })) };
}
