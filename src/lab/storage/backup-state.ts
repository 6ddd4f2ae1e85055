import { createStore } from 'zustand/vanilla';
import { browserTexts } from '../session/browser-texts.ts';
import {
  afterBackup,
  afterDismissal,
  afterWrite,
  NOTHING_UNSAVED,
  type UnsavedWork,
} from './unsaved-work.ts';

const KEY = 'streamflow-backup';

/** What is in no backup yet, as this page last saw it; shared by all tabs. */
export const backupState = createStore<UnsavedWork>(() => read());

/** Counts a write of this page. */
export function noteWrite(): void {
  // Read anew: another tab may have saved a backup meanwhile.
  keep(afterWrite(read(), Date.now()));
}

/** A backup was saved to a file. */
export function noteBackup(): void {
  keep(afterBackup(Date.now()));
}

/** Puts the reminder off. */
export function dismissReminder(): void {
  keep(afterDismissal(read()));
}

function keep(work: UnsavedWork): void {
  browserTexts().setItem(KEY, JSON.stringify(work));
  backupState.setState(work);
}

/** Only what is well-formed: another version may have written it. */
function read(): UnsavedWork {
  try {
    const { workMs, lastWriteAt, remindAtMs, backedUpAt } = JSON.parse(
      browserTexts().getItem(KEY) ?? '{}',
    ) as Partial<UnsavedWork>;
    return {
      workMs: numberOr(workMs, NOTHING_UNSAVED.workMs),
      lastWriteAt: numberOr(lastWriteAt, null),
      remindAtMs: numberOr(remindAtMs, NOTHING_UNSAVED.remindAtMs),
      backedUpAt: numberOr(backedUpAt, null),
    };
  } catch {
    return NOTHING_UNSAVED;
  }
}

function numberOr<T>(value: unknown, other: T): number | T {
  return typeof value === 'number' ? value : other;
}
