/** How much work is in no backup yet, counted in time during which something was stored. */
export interface UnsavedWork {
  readonly workMs: number;
  readonly lastWriteAt: number | null;
  /** The reminder comes when so much work is not backed up. */
  readonly remindAtMs: number;
  /** When the last backup was saved, UTC milliseconds; null before. */
  readonly backedUpAt: number | null;
}

const MINUTE_MS = 60_000;

/** A reminder after so much work without a backup, and again after as much. */
export const REMIND_EVERY_MS = 30 * MINUTE_MS;

/** Between two writes that lie further apart the student thought, or was away: a longer pause counts as this much. */
const LONGEST_PAUSE_MS = 5 * MINUTE_MS;

export const NOTHING_UNSAVED: UnsavedWork = {
  workMs: 0,
  lastWriteAt: null,
  remindAtMs: REMIND_EVERY_MS,
  backedUpAt: null,
};

/** Something was stored at `now`, milliseconds of the computer's clock, which may have been set back. */
export function afterWrite(work: UnsavedWork, now: number): UnsavedWork {
  const pauseMs = work.lastWriteAt === null ? 0 : Math.max(0, now - work.lastWriteAt);
  return { ...work, workMs: work.workMs + Math.min(pauseMs, LONGEST_PAUSE_MS), lastWriteAt: now };
}

export function afterBackup(now: number): UnsavedWork {
  return { ...NOTHING_UNSAVED, backedUpAt: now };
}

/** The reader does not want to hear of it now. */
export function afterDismissal(work: UnsavedWork): UnsavedWork {
  return { ...work, remindAtMs: work.workMs + REMIND_EVERY_MS };
}

export function isReminderDue({ workMs, remindAtMs }: UnsavedWork): boolean {
  return workMs >= remindAtMs;
}
