import { BackupError } from '../../storage/backup/backup-error.ts';
import { settleRestore } from '../../storage/backup/restore-backup.ts';
import { DatabaseUnavailableError } from '../../storage/storage-errors.ts';
import { browserTexts } from '../session/browser-texts.ts';
import { restorableTexts } from './kept-texts.ts';
import { KINDS, labHome, labJournal } from './lab-home.ts';
import { whenNothingUnderWay } from './nothing-under-way.ts';

/**
 * Ends a restore that was cut off. Waits for a tab that is restoring right now. A `DatabaseUnavailableError` where it
 * cannot be ended: the lab is of two backups then, and must not be worked with.
 */
export async function settleLabRestore(): Promise<void> {
  const journal = labJournal();
  const place = { home: labHome(), kinds: KINDS, journal, texts: restorableTexts(browserTexts()) };
  const settle = (): Promise<void> => settleRestore(place, Date.now());
  try {
    const entry = await journal.read();
    await (entry?.kind === 'undo' ? whenNothingUnderWay(settle) : settle());
  } catch (cause) {
    // What was there before cannot be read any more: nothing is gained by trying again and again.
    if (cause instanceof BackupError) return journal.end();
    throw DatabaseUnavailableError.unsettled(cause);
  }
}
