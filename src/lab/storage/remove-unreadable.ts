import { LAB_DATABASE } from '../workspace/load-workspace.ts';
import { labHome, labJournal } from './lab-home.ts';

/** Deletes the one database that cannot be read, with what a restore left to be done; notebooks and lessons stay. */
export async function removeUnreadable(): Promise<void> {
  await labHome().remove(LAB_DATABASE);
  await labJournal().end();
}
