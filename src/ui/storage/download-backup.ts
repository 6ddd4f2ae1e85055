import { browserTexts } from '../../lab/session/browser-texts.ts';
import { noteBackup } from '../../lab/storage/backup-state.ts';
import { labHome } from '../../lab/storage/lab-home.ts';
import { type SavedBackup, saveBackup } from '../../lab/storage/save-backup.ts';

/** Packs a backup of everything and hands it to the browser to save. */
export async function downloadBackup(): Promise<SavedBackup> {
  const saved = await saveBackup(labHome(), { texts: browserTexts(), now: new Date() });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(saved.file);
  link.download = saved.name;
  link.click();
  // The browser has taken the file over by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  noteBackup();
  return saved;
}
