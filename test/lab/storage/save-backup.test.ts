import { describe, expect, it } from 'vitest';
import type { LabCollections } from '../../../src/core/engine/collections.ts';
import type { Texts } from '../../../src/lab/session/browser-texts.ts';
import { contentsOfCopy, readContents } from '../../../src/lab/storage/database-contents.ts';
import { readTexts, writeTexts } from '../../../src/lab/storage/kept-texts.ts';
import { saveBackup } from '../../../src/lab/storage/save-backup.ts';
import { topicsOf } from '../../../src/lab/tabs/topics-of.ts';
import { copyDatabase } from '../../../src/storage/backup/database-copy.ts';
import { labKind } from '../../../src/storage/backup/lab-kind.ts';
import { createMemoryHome } from '../../../src/storage/backup/memory-home.ts';
import { readBackup } from '../../../src/storage/backup/read-backup.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';
import { watchWrites } from '../../../src/storage/watch-writes.ts';
import { digestOfCopy } from '../../storage/backup/backup.suite.ts';
import { fillLab } from '../../storage/fixtures/used-lab.ts';

const NOW = new Date(2026, 10, 28, 9, 5);

describe('a backup of all work', () => {
  it('holds every database and the lab’s settings, under a name that says when', async () => {
    const database = createMemoryDatabase<LabCollections>(labKind.keyPaths);
    await fillLab(database);
    const whole = { name: 'streamflow-lab', version: 1, keyPaths: labKind.keyPaths, database };
    const home = createMemoryHome(new Map([['streamflow-lab', whole as never]]));
    const texts = textsOf({
      'streamflow-serving': '{}',
      'streamflow-session': '{"theme":"dark"}',
      other: 'x',
    });
    const { name, file } = await saveBackup(home, { texts, now: NOW });
    expect(name).toBe('streamflow-2026-11-28-0905.sfbackup');
    const backup = await readBackup(file);
    expect(backup.texts).toEqual({ 'streamflow-serving': '{}' });
    expect(backup.savedAt).toBe(NOW.getTime());
    expect(backup.databases.map(digestOfCopy)).toEqual([digestOfCopy(await copyDatabase(whole))]);
    const counts = { tables: 3, views: 2, runs: 1, versions: 1, requests: 2 };
    expect(contentsOfCopy(backup.databases[0]!)).toEqual({ kind: 'lab', counts });
    expect(await readContents(home)).toEqual([{ name: 'streamflow-lab', kind: 'lab', counts }]);
  });

  it('brings settings back without touching those of this browser, or of other sites’ pages', () => {
    const texts = textsOf({ 'streamflow-serving': 'old', 'streamflow-session': 'mine', other: 'theirs' });
    writeTexts(texts, { 'streamflow-expectations': 'new', 'streamflow-session': 'no', other: 'no' });
    expect(readTexts(texts)).toEqual({ 'streamflow-expectations': 'new' });
    expect(texts.getItem('streamflow-session')).toBe('mine');
    expect(texts.getItem('other')).toBe('theirs');
  });
});

describe('what was written', () => {
  it('is told by collection, after a write that was kept and changed something', async () => {
    const told: (readonly string[])[] = [];
    const database = watchWrites(createMemoryDatabase<LabCollections>(labKind.keyPaths), (collections) =>
      told.push(collections),
    );
    await database.write(['settings', 'runs'], (transaction) =>
      transaction.put('settings', { name: 'a', value: 1 }),
    );
    await database.write(['settings'], (transaction) => transaction.get('settings', 'a'));
    const failing = database.write(['settings'], async (transaction) => {
      await transaction.delete('settings', 'a');
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(told).toEqual([['settings']]);
  });

  it('is something that pages show, whatever the collection', () => {
    for (const name of Object.keys(labKind.keyPaths)) expect(topicsOf([name]), name).toHaveLength(1);
    expect(topicsOf(['runs', 'metrics', 'notebooks'])).toEqual(['runs']);
  });
});

function textsOf(entries: Readonly<Record<string, string>>): Texts {
  const kept = new Map(Object.entries(entries));
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    removeItem: (key) => void kept.delete(key),
  };
}
