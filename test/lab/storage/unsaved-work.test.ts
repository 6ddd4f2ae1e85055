import { describe, expect, it } from 'vitest';
import {
  afterBackup,
  afterDismissal,
  afterWrite,
  isReminderDue,
  NOTHING_UNSAVED,
  type UnsavedWork,
} from '../../../src/lab/storage/unsaved-work.ts';

const MINUTE_MS = 60_000;

/** So many writes, a minute apart. */
function workFor(minutes: number, from: UnsavedWork = NOTHING_UNSAVED): UnsavedWork {
  let work = from;
  const start = work.lastWriteAt ?? 0;
  for (let minute = 0; minute <= minutes; minute++) work = afterWrite(work, start + minute * MINUTE_MS);
  return work;
}

describe('the reminder of a backup', () => {
  it('comes after half an hour of work, not before', () => {
    expect(isReminderDue(workFor(29))).toBe(false);
    expect(isReminderDue(workFor(30))).toBe(true);
  });

  it('counts work, not the time that the page is open: a night counts five minutes', () => {
    const evening = workFor(20);
    const morning = afterWrite(evening, evening.lastWriteAt! + 600 * MINUTE_MS);
    expect(morning.workMs).toBe(25 * MINUTE_MS);
    expect(isReminderDue(morning)).toBe(false);
  });

  it('goes with a backup, and comes again after as much work', () => {
    const saved = afterBackup(77);
    expect(saved).toMatchObject({ workMs: 0, backedUpAt: 77 });
    expect(isReminderDue(saved)).toBe(false);
    expect(isReminderDue(workFor(30, saved))).toBe(true);
  });

  it('is put off by half an hour of work when it is dismissed', () => {
    const dismissed = afterDismissal(workFor(31));
    expect(isReminderDue(dismissed)).toBe(false);
    expect(isReminderDue(workFor(29, dismissed))).toBe(false);
    expect(isReminderDue(workFor(30, dismissed))).toBe(true);
  });

  it('bears a computer’s clock that is set back', () => {
    expect(afterWrite({ ...NOTHING_UNSAVED, lastWriteAt: 1000 }, 0)).toMatchObject({
      workMs: 0,
      lastWriteAt: 0,
    });
  });
});
