import { version } from '../../../package.json';
import { BACKUP_EXTENSION } from '../../storage/backup/backup-format.ts';
import type { DatabaseHome } from '../../storage/backup/database-home.ts';
import { writeBackup } from '../../storage/backup/write-backup.ts';
import type { Texts } from '../session/browser-texts.ts';
import { readTexts } from './kept-texts.ts';

/** A backup as it is handed to the student. */
export interface SavedBackup {
  readonly name: string;
  readonly file: Blob;
}

/** Packs everything that the lab keeps into one file; what this version of the lab cannot open is taken along as it is. */
export async function saveBackup(
  home: DatabaseHome,
  { texts, now }: { readonly texts: Texts; readonly now: Date },
): Promise<SavedBackup> {
  const names = await home.names();
  const file = await writeBackup({
    appVersion: version,
    savedAt: now.getTime(),
    texts: readTexts(texts),
    databases: names.map((name) => () => home.copy(name)),
  });
  return { name: `streamflow-${stampOf(now)}${BACKUP_EXTENSION}`, file };
}

/** Local time, as the student looks for it: 2026-11-28-1402. */
function stampOf(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
  return `${day}-${two(now.getHours())}${two(now.getMinutes())}`;
}
