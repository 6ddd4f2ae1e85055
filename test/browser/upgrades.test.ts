import { describe, expect, it } from 'vitest';
import { openBrowserLab } from '../../src/lab/open-browser-lab.ts';
import { createBrowserHome } from '../../src/storage/backup/browser-home.ts';
import { labKind } from '../../src/storage/backup/lab-kind.ts';
import { readBackup } from '../../src/storage/backup/read-backup.ts';
import { storeAsItWas, upgradeCopy } from '../../src/storage/backup/upgrade-copy.ts';
import { openIndexedDb } from '../../src/storage/indexeddb-database.ts';
import { addCollections } from '../../src/storage/upgrades.ts';
import { testKeyPaths } from '../storage/database.suite.ts';
import { lookAround } from '../storage/fixtures/look-around.ts';
import { RELEASED_LAB_VERSIONS } from '../storage/fixtures/released.ts';

const FOLDER = '/test/storage/fixtures';

describe('a database of an earlier version', () => {
  it.each(RELEASED_LAB_VERSIONS)('of the lab, version %i, opens with all work in it', async (version) => {
    const name = `streamflow-test-${crypto.randomUUID()}`;
    const file = await (await fetch(`${FOLDER}/lab-${version}.sfbackup`)).blob();
    const [copy] = (await readBackup(file)).databases;
    await storeAsItWas(name, copy!, labKind);
    const { engine } = await openBrowserLab({
      database: await openIndexedDb({ name, ...labKind }),
      codeVersion: '0',
    });
    const seen = JSON.parse(JSON.stringify(await lookAround(engine)));
    expect(seen).toEqual(await (await fetch(`${FOLDER}/lab-${version}.json`)).json());
    await createBrowserHome('streamflow-test').remove(name);
  });

  it('is brought up to date by the upgrades that came since, from a backup too', async () => {
    const { versions, ...models } = testKeyPaths;
    const kind = {
      keyPaths: testKeyPaths,
      upgrades: [addCollections(models), addCollections({ versions })],
      schemas: {} as never,
    };
    const collections = [{ name: 'models', keyPath: 'name', records: [{ name: 'churn', stage: 'None' }] }];
    const old = { name: 'lab', version: 1, collections };
    expect(await upgradeCopy(old, kind)).toEqual({
      name: 'lab',
      version: 2,
      collections: [...collections, { name: 'versions', keyPath: ['name', 'version'], records: [] }],
    });
    await expect(upgradeCopy({ ...old, version: 3 }, kind)).rejects.toMatchObject({
      problem: 'newer-version',
    });
    await expect(
      upgradeCopy({ ...old, collections: [{ name: 'versions', keyPath: 'x', records: [] }] }, kind),
    ).rejects.toMatchObject({ problem: 'not-acceptable' });
    expect((await indexedDB.databases()).filter(({ name }) => name?.startsWith('upgrade-'))).toEqual([]);
  });
});
