import { LabError } from '../../core/errors.ts';

/**
 * Why a file cannot be restored:
 * - 'no-backup': it is another kind of file;
 * - 'damaged': a part is missing or changed;
 * - 'newer-version': a newer lab wrote it;
 * - 'too-large': it unpacks to more than any lab holds;
 * - 'not-acceptable': it is whole, but says something that the lab never stores.
 */
export type BackupProblem = 'no-backup' | 'damaged' | 'newer-version' | 'too-large' | 'not-acceptable';

const HINTS: Readonly<Record<BackupProblem, string>> = {
  'no-backup': 'choose a file that the lab saved as a backup; its name ends in .sfbackup',
  damaged: 'copy it again from where it was saved, or choose another backup; nothing was changed',
  'newer-version': 'open the newest version of the lab and restore there; nothing was changed',
  'too-large': 'a file that the lab saved never does; nothing was changed',
  'not-acceptable': 'choose a backup that the lab saved itself; nothing was changed',
};

/** A file that cannot be restored. Nothing was changed. */
export class BackupError extends LabError {
  override readonly name = 'BackupError';
  readonly problem: BackupProblem;

  constructor(problem: BackupProblem, message: string) {
    super(message, HINTS[problem]);
    this.problem = problem;
  }
}
