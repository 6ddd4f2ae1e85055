import { describe, expect, it } from 'vitest';
import { type SnapshotCollections, snapshotKeyPaths } from '../../src/core/snapshots/collections.ts';
import { SnapshotStore } from '../../src/core/snapshots/snapshot-store.ts';
import { openIndexedDb } from '../../src/storage/indexeddb-database.ts';
import { addCollections } from '../../src/storage/upgrades.ts';
import { describeImportMonth } from '../core/snapshots/import-month.suite.ts';
import { describeSnapshotStore } from '../core/snapshots/snapshot-store.suite.ts';
import { TABLE_NAMES } from '../core/snapshots/world.ts';

const open = (name = `test-${crypto.randomUUID()}`) =>
  openIndexedDb<SnapshotCollections>({
    name,
    keyPaths: snapshotKeyPaths,
    upgrades: [addCollections(snapshotKeyPaths)],
  });

describeImportMonth(() => open());
describeSnapshotStore(() => open());

describe('the shipped dataset in IndexedDB', () => {
  it('is there after the page is opened again', async () => {
    const name = `test-${crypto.randomUUID()}`;
    const clock = { now: () => Date.UTC(2024, 6, 1) };
    const first = await open(name);
    const store = new SnapshotStore({ database: first, clock });
    await store.loadDataset({
      read: async (file) => (await fetch(`/datasets/streamflow/${file}`)).arrayBuffer(),
    });
    const digests = (await store.listTables()).map(({ digest }) => digest);
    first.close();
    const reopened = new SnapshotStore({ database: await open(name), clock });
    const tables = await reopened.listTables();
    expect(tables.map((table) => table.name)).toEqual(TABLE_NAMES);
    expect(tables.map(({ digest }) => digest)).toEqual(digests);
    expect((await reopened.entityTable({ asOf: '2024-01-31' })).nRows).toBe(7043);
  });
});
