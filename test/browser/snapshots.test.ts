import { describe, expect, it } from 'vitest';
import { openClock } from '../../src/core/engine/clock-setting.ts';
import { type LabCollections, labKeyPaths } from '../../src/core/engine/collections.ts';
import { openIndexedDb } from '../../src/storage/indexeddb-database.ts';
import { addCollections } from '../../src/storage/upgrades.ts';
import { describeImportMonth } from '../core/snapshots/import-month.suite.ts';
import { describeSnapshotStore } from '../core/snapshots/snapshot-store.suite.ts';
import { openStore, TABLE_NAMES } from '../core/snapshots/world.ts';

const open = (name = `test-${crypto.randomUUID()}`) =>
  openIndexedDb<LabCollections>({
    name,
    keyPaths: labKeyPaths,
    upgrades: [addCollections(labKeyPaths)],
  });

describeImportMonth(() => open());
describeSnapshotStore(() => open());

describe('the shipped dataset in IndexedDB', () => {
  it('is there after the page is opened again', async () => {
    const name = `test-${crypto.randomUUID()}`;
    const first = await open(name);
    const store = openStore(first, await openClock(first));
    await store.loadDataset({
      read: async (file) => (await fetch(`/datasets/streamflow/${file}`)).arrayBuffer(),
    });
    const digests = (await store.listTables()).map(({ digest }) => digest);
    first.close();
    const second = await open(name);
    const reopened = openStore(second, await openClock(second));
    const tables = await reopened.listTables();
    expect(tables.map((table) => table.name)).toEqual(TABLE_NAMES);
    expect(tables.map(({ digest }) => digest)).toEqual(digests);
    expect((await reopened.entityTable({ asOf: '2024-01-31' })).nRows).toBe(7043);
  });
});
