import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LabCollections } from '../../src/core/engine/collections.ts';
import { openHeadlessLab } from '../../src/headless/open-lab.ts';
import { copyDatabase, replaceDatabase } from '../../src/storage/backup/database-copy.ts';
import { labKind } from '../../src/storage/backup/lab-kind.ts';
import { readBackup } from '../../src/storage/backup/read-backup.ts';
import { checkCopy } from '../../src/storage/backup/restore-backup.ts';
import { createMemoryDatabase } from '../../src/storage/memory-database.ts';
import { digestOfCopy } from './backup/backup.suite.ts';
import { lookAround } from './fixtures/look-around.ts';
import { RELEASED_LAB_VERSIONS } from './fixtures/released.ts';
import { fillLab } from './fixtures/used-lab.ts';

const FOLDER = 'test/storage/fixtures';
const present = labKind.upgrades.length;

describe('the released versions of the lab’s database', () => {
  it('have a fixture each, the present one too', () => {
    expect(RELEASED_LAB_VERSIONS).toEqual(Array.from({ length: present }, (_, i) => i + 1));
    for (const version of RELEASED_LAB_VERSIONS)
      expect(existsSync(`${FOLDER}/lab-${version}.sfbackup`)).toBe(true);
  });

  it('include a present one that is read as it was saved, and is what the lab would store now', async () => {
    const { databases } = await readBackup(new Blob([readFileSync(`${FOLDER}/lab-${present}.sfbackup`)]));
    checkCopy(databases[0]!, [labKind]);
    const database = createMemoryDatabase<LabCollections>(labKind.keyPaths);
    const whole = { name: 'streamflow-lab', version: present, keyPaths: labKind.keyPaths, database };
    await replaceDatabase(whole, databases[0]!);
    expect(digestOfCopy(await copyDatabase(whole))).toBe(digestOfCopy(databases[0]!));
    const seen = JSON.parse(JSON.stringify(await lookAround((await openHeadlessLab(database)).engine)));
    expect(seen).toEqual(JSON.parse(readFileSync(`${FOLDER}/lab-${present}.json`, 'utf8')));
  });

  it('would show at once a record that the restore does not know: a lab used now passes its checks', async () => {
    const database = createMemoryDatabase<LabCollections>(labKind.keyPaths);
    await fillLab(database);
    const copy = await copyDatabase({ name: 'lab', version: present, keyPaths: labKind.keyPaths, database });
    expect(copy.collections.filter(({ records }) => records.length === 0)).toEqual([]);
    expect(() => checkCopy(copy, [labKind])).not.toThrow();
  });
});
