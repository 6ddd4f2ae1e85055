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
import { as, RELEASED } from './fixtures/released.ts';
import { fillLab } from './fixtures/used-lab.ts';

const FOLDER = 'test/storage/fixtures';

describe.each(RELEASED)('the released versions of the $name database', ({ name, kind, versions, look }) => {
  const present = kind.upgrades.length;

  it('have a fixture each, the present one too', () => {
    expect(versions).toEqual(Array.from({ length: present }, (_, i) => i + 1));
    for (const version of versions) expect(existsSync(`${FOLDER}/${name}-${version}.sfbackup`)).toBe(true);
  });

  it('include a present one that is read as it was saved, and shows what it showed', async () => {
    const file = new Blob([readFileSync(`${FOLDER}/${name}-${present}.sfbackup`)]);
    const [copy] = (await readBackup(file)).databases;
    await checkCopy(copy!, [kind]);
    const database = createMemoryDatabase(kind.keyPaths);
    const whole = { name: copy!.name, version: present, keyPaths: kind.keyPaths, database };
    await replaceDatabase(whole, copy!);
    expect(digestOfCopy(await copyDatabase(whole))).toBe(digestOfCopy(copy!));
    const seen =
      look === null
        ? await lookAround((await openHeadlessLab(as<LabCollections>(database))).engine)
        : await look(database);
    expect(JSON.parse(JSON.stringify(seen))).toEqual(
      JSON.parse(readFileSync(`${FOLDER}/${name}-${present}.json`, 'utf8')),
    );
  });
});

describe('a lab that is used now', () => {
  it('stores no record that a restore does not know', async () => {
    const database = createMemoryDatabase<LabCollections>(labKind.keyPaths);
    await fillLab(database);
    const copy = await copyDatabase({ name: 'lab', version: 1, keyPaths: labKind.keyPaths, database });
    expect(copy.collections.filter(({ records }) => records.length === 0)).toEqual([]);
    await checkCopy(copy, [labKind]);
  });
});
