import { afterEach, describe, expect, it } from 'vitest';
import { createBrowserJournal } from '../../src/storage/backup/restore-journal.ts';

const FLAG = 'test-restoring';

describe('the journal of a restore', () => {
  afterEach(() => localStorage.removeItem(FLAG));

  it('has what was there before, for the page that is opened after the restore was cut off', async () => {
    expect(await createBrowserJournal(localStorage, FLAG).unfinished()).toBeNull();
    await createBrowserJournal(localStorage, FLAG).begin(new Blob(['as it was']));
    expect(await (await createBrowserJournal(localStorage, FLAG).unfinished())?.text()).toBe('as it was');
    await createBrowserJournal(localStorage, FLAG).end();
    expect(await createBrowserJournal(localStorage, FLAG).unfinished()).toBeNull();
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('unfinished-restore');
  });

  it('has nothing to take back where only its flag was left', async () => {
    localStorage.setItem(FLAG, 'yes');
    expect(await createBrowserJournal(localStorage, FLAG).unfinished()).toBeNull();
  });
});
