import { expect, it } from 'vitest';
import { watchRegistry } from '../../../src/core/engine/watch-registry.ts';
import { registryKeyPaths } from '../../../src/core/registry/collections.ts';
import { trackingKeyPaths } from '../../../src/core/tracking/collections.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';
import { createRegistryWorld } from '../registry/world.ts';

it('lets a change stand whose consequences could not be looked at', async () => {
  const { registry } = await createRegistryWorld(async () =>
    createMemoryDatabase({ ...trackingKeyPaths, ...registryKeyPaths }),
  );
  const watched = watchRegistry(registry, () => Promise.reject(new Error('the database was closed')));
  const renamed = await watched.createRegisteredModel('churn');
  expect((await watched.renameRegisteredModel(renamed.name, 'leaving')).name).toBe('leaving');
});

it('tells of a change after it is stored and before its caller goes on, and of nothing else', async () => {
  const { registry } = await createRegistryWorld(async () =>
    createMemoryDatabase({ ...trackingKeyPaths, ...registryKeyPaths }),
  );
  const seen: number[] = [];
  const watched = watchRegistry(registry, async () => {
    seen.push((await registry.searchRegisteredModels()).length);
  });
  await watched.createRegisteredModel('churn');
  expect(seen).toEqual([]);
  await watched.renameRegisteredModel('churn', 'leaving');
  expect(seen).toEqual([1]);
  await expect(watched.deleteRegisteredModel('churn')).rejects.toMatchObject({ name: 'MlflowException' });
  expect(seen).toEqual([1]);
  await watched.deleteRegisteredModel('leaving');
  expect(seen).toEqual([1, 0]);
});
