import { afterEach, describe, expect, it } from 'vitest';
import { isRestoreUnfinished } from '../../src/storage/backup/is-restore-unfinished.ts';
import { createBrowserJournal, type JournalEntry } from '../../src/storage/backup/restore-journal.ts';

const UNDO: JournalEntry = {
  ...{ kind: 'undo', version: 1, texts: { 'streamflow-serving': '{}' }, created: ['streamflow-lesson-4'] },
  undo: new TextEncoder().encode('as it was').buffer,
};

describe('the journal of a restore', () => {
  afterEach(() => createBrowserJournal().end());

  it('has its one entry for the page that is opened next', async () => {
    expect(await isRestoreUnfinished()).toBe(false);
    await createBrowserJournal().put(UNDO);
    expect(await isRestoreUnfinished()).toBe(true);
    expect(await createBrowserJournal().read()).toEqual(UNDO);
    const texts: JournalEntry = { kind: 'texts', version: 1, texts: {}, token: 'a', writtenAt: 5 };
    await createBrowserJournal().put(texts);
    expect(await createBrowserJournal().read()).toEqual(texts);
  });

  it('leaves nothing behind where it ended', async () => {
    await createBrowserJournal().put(UNDO);
    await createBrowserJournal().end();
    expect(await isRestoreUnfinished()).toBe(false);
    expect(await createBrowserJournal().read()).toBeNull();
  });
});
