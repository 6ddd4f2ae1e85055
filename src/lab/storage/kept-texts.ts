import type { RestorableTexts } from '../../storage/backup/restorable-texts.ts';
import type { Texts } from '../session/browser-texts.ts';

/** Says which restore the texts are of. */
const RESTORED_KEY = 'streamflow-restored';

/** Settings that belong to this browser: the language and theme of the pages are not taken along to another. */
const OWN = ['streamflow-session', 'streamflow-backup', 'streamflow-persistence', RESTORED_KEY];

const PREFIX = 'streamflow-';

/** The lab's settings outside the databases, by key: what the API was started with, expectations, and the like. */
export function readTexts(from: Texts): Record<string, string> {
  const keys = Array.from({ length: from.length }, (_, i) => from.key(i) ?? '');
  const own = keys.filter(isTaken);
  return Object.fromEntries(own.sort().map((key) => [key, from.getItem(key) ?? '']));
}

/** Puts settings in place of those that are there. Keys that are none of the lab's are left out. */
export function writeTexts(to: Texts, texts: Readonly<Record<string, string>>): void {
  for (const key of Object.keys(readTexts(to))) to.removeItem(key);
  for (const [key, text] of Object.entries(texts)) if (isTaken(key)) to.setItem(key, text);
}

/** The lab's settings as a restore sees them. */
export function restorableTexts(texts: Texts): RestorableTexts {
  return {
    read: () => readTexts(texts),
    write(restored, token) {
      writeTexts(texts, restored);
      texts.setItem(RESTORED_KEY, token);
    },
    token: () => texts.getItem(RESTORED_KEY),
  };
}

function isTaken(key: string): boolean {
  return key.startsWith(PREFIX) && !OWN.includes(key);
}
