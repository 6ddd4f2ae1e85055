import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type LabCollections, labKeyPaths } from '../../../src/core/engine/collections.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';
import { describeSnapshotStore } from './snapshot-store.suite.ts';
import { createWorld, TABLE_NAMES } from './world.ts';

const createDatabase = async () => createMemoryDatabase<LabCollections>(labKeyPaths);

describeSnapshotStore(createDatabase);

describe('the shipped dataset', () => {
  it('is stored as twelve months of six tables, with 7,043 customers in January 2024', async () => {
    const { store } = await createWorld(createDatabase);
    const folder = new URL('../../../datasets/streamflow/', import.meta.url);
    await store.loadDataset({
      async read(name) {
        const bytes = readFileSync(new URL(name, folder));
        return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
      },
    });
    const tables = await store.listTables();
    expect(tables.map(({ name }) => name)).toEqual(TABLE_NAMES);
    expect(tables.every(({ asOf }) => asOf.length === 12)).toBe(true);
    expect((await store.entityTable({ asOf: '2024-01-31' })).nRows).toBe(7043);
    expect((await store.labels({ asOf: '2024-01-31' })).nRows).toBe(7043);
  });
});
