import { describe, expect, it } from 'vitest';
import { openIndexedDb } from '../../src/storage/indexeddb-database.ts';
import { addCollections } from '../../src/storage/upgrades.ts';
import { describeDatabase, type TestCollections, testKeyPaths } from '../storage/database.suite.ts';

const upgrades = [addCollections(testKeyPaths)];

function freshName(): string {
  return `test-${crypto.randomUUID()}`;
}

describeDatabase(() =>
  openIndexedDb<TestCollections>({ name: freshName(), keyPaths: testKeyPaths, upgrades }),
);

describe('an IndexedDB database', () => {
  it('keeps its records from one opening to the next', async () => {
    const name = freshName();
    const first = await openIndexedDb<TestCollections>({ name, keyPaths: testKeyPaths, upgrades });
    await first.write(['models'], (tx) => tx.put('models', { name: 'churn', stage: 'Production' }));
    first.close();
    const second = await openIndexedDb<TestCollections>({ name, keyPaths: testKeyPaths, upgrades });
    expect(await second.read(['models'], (tx) => tx.get('models', 'churn'))).toEqual({
      name: 'churn',
      stage: 'Production',
    });
  });

  it('refuses data of a newer version of the lab and leaves it as it is', async () => {
    const name = freshName();
    const newer = await openIndexedDb<TestCollections>({
      name,
      keyPaths: testKeyPaths,
      upgrades: [...upgrades, () => undefined],
    });
    await newer.write(['models'], (tx) => tx.put('models', { name: 'churn', stage: 'None' }));
    await expect(openIndexedDb({ name, keyPaths: testKeyPaths, upgrades })).rejects.toMatchObject({
      name: 'DatabaseUnavailableError',
      hint: expect.stringContaining('newest version'),
    });
    expect(await newer.read(['models'], (tx) => tx.count('models'))).toBe(1);
  });

  it('adds the collections of a later version and keeps the records', async () => {
    const name = freshName();
    const { versions, ...onlyModels } = testKeyPaths;
    const old = await openIndexedDb<Pick<TestCollections, 'models'>>({
      name,
      keyPaths: onlyModels,
      upgrades: [addCollections(onlyModels)],
    });
    await old.write(['models'], (tx) => tx.put('models', { name: 'churn', stage: 'None' }));
    const upgraded = await openIndexedDb<TestCollections>({
      name,
      keyPaths: testKeyPaths,
      upgrades: [addCollections(onlyModels), addCollections({ versions })],
    });
    expect(await upgraded.read(['models', 'versions'], (tx) => tx.getAll('models'))).toHaveLength(1);
  });
});
