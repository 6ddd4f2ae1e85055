import type { DatabaseCopy } from '../../storage/backup/database-copy.ts';
import type { DatabaseHome } from '../../storage/backup/database-home.ts';
import { readBackup } from '../../storage/backup/read-backup.ts';
import { checkCopy, kindOf, restoreCopies } from '../../storage/backup/restore-backup.ts';
import { upgradeCopy } from '../../storage/backup/upgrade-copy.ts';
import { DatabaseUnavailableError } from '../../storage/storage-errors.ts';
import type { Texts } from '../session/browser-texts.ts';
import { announceChange } from '../tabs/lab-changes.ts';
import { contentsOf, contentsOfCopy, type DatabaseContents } from './database-contents.ts';
import { restorableTexts, writeTexts } from './kept-texts.ts';
import { KINDS, labJournal } from './lab-home.ts';
import { withNothingUnderWay } from './nothing-under-way.ts';
import { expectClosing, noteUnavailable } from './storage-state.ts';

/** One database of a backup, and what of the same name is there now. */
export interface BackupPart {
  readonly name: string;
  readonly inFile: DatabaseContents;
  /** Null where there is none yet. */
  readonly present: DatabaseContents | null;
  readonly copy: DatabaseCopy;
}

/** A backup that was found whole, and could be restored. */
export interface OpenedBackup {
  readonly savedAt: number;
  readonly appVersion: string;
  readonly parts: readonly BackupPart[];
  readonly texts: Readonly<Record<string, string>>;
}

/**
 * Reads a backup and checks all of it, down to each record, and says what it would replace. Changes nothing. A
 * `BackupError` says what is wrong with the file.
 */
export async function openBackup(file: Blob, home: DatabaseHome): Promise<OpenedBackup> {
  const { databases, ...start } = await readBackup(file);
  const present = await home.names();
  const parts: BackupPart[] = [];
  for (const stored of databases) {
    const copy = await upgradeCopy(stored, kindOf(stored, KINDS));
    await checkCopy(copy, KINDS);
    parts.push({
      name: copy.name,
      inFile: contentsOfCopy(copy),
      // What cannot be read now is replaced all the same: that is what a backup is for.
      present: present.includes(copy.name) ? await home.count(copy.name).then(contentsOf, () => null) : null,
      copy,
    });
  }
  return { ...start, parts };
}

/**
 * Puts the chosen parts in place of what is there: all of them or, where one fails, none. Refused while something runs
 * in any tab. Afterwards every page must be loaded anew; the other tabs do so by themselves.
 */
export async function restoreParts(
  { parts, texts }: OpenedBackup,
  { names, home, to }: { readonly names: readonly string[]; readonly home: DatabaseHome; readonly to: Texts },
): Promise<void> {
  const copies = parts.filter(({ name }) => names.includes(name)).map(({ copy }) => copy);
  const journal = labJournal();
  await withNothingUnderWay(async () => {
    try {
      await restoreCopies({
        ...{ copies, home, kinds: KINDS, journal, texts: restorableTexts(to) },
        newTexts: copies.length === parts.length ? texts : null,
      });
    } catch (error) {
      // Neither the old nor the new, and not to be worked with: it is taken back when the page is loaded again.
      if ((await journal.read())?.kind === 'undo') noteUnavailable(DatabaseUnavailableError.unsettled(error));
      throw error;
    }
  });
  announceChange({ kind: 'replaced' });
}

/** Deletes everything that the lab keeps in this browser, for good. */
export async function deleteEverything(home: DatabaseHome, texts: Texts): Promise<void> {
  await withNothingUnderWay(async () => {
    expectClosing();
    for (const name of await home.names()) await home.remove(name);
    // It may have settings of a restore, or all that one was to replace.
    await labJournal().end();
    writeTexts(texts, {});
  });
  announceChange({ kind: 'replaced' });
}
