import { quote } from '../../core/errors.ts';
import { BackupError } from './backup-error.ts';
import { checkRecords } from './check-records.ts';
import { type DatabaseCopy, replaceDatabase } from './database-copy.ts';
import type { DatabaseHome } from './database-home.ts';
import type { AnyDatabaseKind } from './database-kind.ts';
import { readBackup } from './read-backup.ts';
import type { KeptTexts, RestorableTexts } from './restorable-texts.ts';
import type { RestoreJournal, UndoEntry } from './restore-journal.ts';
import { upgradeCopy } from './upgrade-copy.ts';
import { writeBackup } from './write-backup.ts';

/** Where things are restored to. */
export interface RestorePlace {
  readonly home: DatabaseHome;
  readonly kinds: readonly AnyDatabaseKind[];
  readonly journal: RestoreJournal;
  readonly texts: RestorableTexts;
}

/** What is restored, and where to. */
export interface RestorePlan extends RestorePlace {
  /** Copies in the present schema, checked (see `checkCopy`). */
  readonly copies: readonly DatabaseCopy[];
  /** Settings to put in place of those that are there; null leaves these. */
  readonly newTexts: KeptTexts | null;
}

/** How long a browser may take to have small texts on disk, with room to spare: Chromium takes five seconds. */
const TEXTS_ON_DISK_MS = 60_000;

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
export async function checkCopy(copy: DatabaseCopy, kinds: readonly AnyDatabaseKind[]): Promise<void> {
  await checkRecords(copy, kindOf(copy, kinds).schemas);
}

/**
 * Puts the copies and texts in place of what is there: all of it or nothing, wherever the page ends. The journal has what
 * was there before, from before the first database changes until, after the last, one write to it makes the restore
 * count; whoever finds it like that when the lab is opened takes the restore back (`settleRestore`). Where a database
 * fails, this is done at once and the error is thrown.
 */
export async function restoreCopies({ copies, newTexts, ...place }: RestorePlan): Promise<void> {
  const { home, journal, texts } = place;
  const left = await journal.read();
  if (left?.kind === 'undo') await takeBack(left, place);
  const present = await home.names();
  const isThere = ({ name }: DatabaseCopy): boolean => present.includes(name);
  const undo = await writeBackup({
    ...{ appVersion: '', savedAt: 0, texts: {} },
    databases: copies.filter(isThere).map(
      ({ name }) =>
        () =>
          home.copy(name),
    ),
  });
  const entry: UndoEntry = {
    ...{ kind: 'undo', version: 1, undo: await undo.arrayBuffer(), texts: texts.read() },
    created: copies.filter((copy) => !isThere(copy)).map(({ name }) => name),
  };
  await journal.put(entry);
  try {
    for (const copy of copies) await replace(copy, place);
    await endWith(newTexts ?? entry.texts, place);
  } catch (error) {
    // Where this fails too, it is done when the lab is opened again.
    await takeBack(entry, place).catch(() => undefined);
    throw error;
  }
}

/**
 * Ends a restore that was cut off, before anything else is opened: what did not count yet is taken back, and what counted
 * gets its texts. Safe to be cut off in its turn, and to be repeated. `nowMs` is the wall clock.
 */
export async function settleRestore(place: RestorePlace, nowMs: number): Promise<void> {
  const { journal, texts } = place;
  const entry = await journal.read();
  if (entry === null) return;
  if (entry.kind === 'undo') return takeBack(entry, place);
  // They had not reached the disk when the browser ended: what was changed since has not either.
  if (entry.token !== texts.token()) return endWith(entry.texts, place);
  if (Math.abs(nowMs - entry.writtenAt) > TEXTS_ON_DISK_MS) await journal.end();
}

async function takeBack(entry: UndoEntry, place: RestorePlace): Promise<void> {
  const { databases } = await readBackup(new Blob([entry.undo]));
  for (const copy of databases) {
    const present = await inPresentSchema(copy, place.kinds);
    if (present !== null) await replace(present, place);
  }
  const names = await place.home.names();
  for (const name of entry.created) if (names.includes(name)) await place.home.remove(name);
  await endWith(entry.texts, place);
}

/** The databases are as they are to be: from this write on they count. The texts, which cannot fail them, follow. */
async function endWith(texts: KeptTexts, { journal, texts: kept }: RestorePlace): Promise<void> {
  const token = crypto.getRandomValues(new Uint32Array(4)).join('-');
  await journal.put({ kind: 'texts', version: 1, texts, token, writtenAt: Date.now() });
  try {
    kept.write(texts, token);
  } catch {
    // No room for settings: the work itself is in place, which is what counts.
  }
}

/** Null for what this version of the lab cannot open: it was not replaced then. */
async function inPresentSchema(
  copy: DatabaseCopy,
  kinds: readonly AnyDatabaseKind[],
): Promise<DatabaseCopy | null> {
  try {
    return await upgradeCopy(copy, kindOf(copy, kinds));
  } catch (error) {
    if (error instanceof BackupError) return null;
    throw error;
  }
}

async function replace(copy: DatabaseCopy, { home, kinds }: RestorePlace): Promise<void> {
  await home.use(copy.name, kindOf(copy, kinds), (whole) => replaceDatabase(whole, copy));
}
