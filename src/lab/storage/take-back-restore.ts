import { takeBackUnfinished } from '../../storage/backup/restore-backup.ts';
import { KINDS, labHome, labJournal } from './lab-home.ts';
import { withNothingUnderWay } from './nothing-under-way.ts';

/**
 * Puts everything back as it was before a restore that was cut off. Not while another tab restores: that one goes on, and
 * this page is loaded anew when it is done.
 */
export async function takeBackRestore(): Promise<void> {
  await withNothingUnderWay(() =>
    takeBackUnfinished({ home: labHome(), kinds: KINDS, journal: labJournal() }),
  ).catch(() => undefined);
}
