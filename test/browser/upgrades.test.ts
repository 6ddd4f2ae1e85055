import { describe, expect, it } from 'vitest';
import type { LabCollections } from '../../src/core/engine/collections.ts';
import { openBrowserLab } from '../../src/lab/open-browser-lab.ts';
import { createBrowserHome } from '../../src/storage/backup/browser-home.ts';
import { readBackup } from '../../src/storage/backup/read-backup.ts';
import { storeAsItWas, upgradeCopy } from '../../src/storage/backup/upgrade-copy.ts';
import { openIndexedDb } from '../../src/storage/indexeddb-database.ts';
import { addCollections } from '../../src/storage/upgrades.ts';
import { testKeyPaths } from '../storage/database.suite.ts';
import { lookAround } from '../storage/fixtures/look-around.ts';
import { as, RELEASED } from '../storage/fixtures/released.ts';

const FOLDER = '/test/storage/fixtures';

describe('a database of an earlier version', () => {
  const fixtures = RELEASED.flatMap((released) =>
    released.versions.map((version) => ({ ...released, version })),
  );

  it.each(fixtures)(
    'of the $name, version $version, opens with all work in it',
    async ({ name, kind, version, look }) => {
      const databaseName = `streamflow-test-${crypto.randomUUID()}`;
      const file = await (await fetch(`${FOLDER}/${name}-${version}.sfbackup`)).blob();
      const [copy] = (await readBackup(file)).databases;
      await storeAsItWas(databaseName, copy!, kind);
      const database = await openIndexedDb({ name: databaseName, ...kind });
      const seen =
        look === null
          ? await lookAround(
              (await openBrowserLab({ database: as<LabCollections>(database), codeVersion: '0' })).engine,
            )
          : await look(database);
      expect(JSON.parse(JSON.stringify(seen))).toEqual(
        await (await fetch(`${FOLDER}/${name}-${version}.json`)).json(),
      );
      await createBrowserHome('streamflow-test').remove(databaseName);
    },
  );

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
