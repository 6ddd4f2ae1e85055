import { expect, it } from 'vitest';
import { type LabCollections, labKeyPaths } from '../../../src/core/engine/collections.ts';
import { watchViews } from '../../../src/core/engine/known-views.ts';
import { Entity } from '../../../src/core/features/entity.ts';
import { FeatureView } from '../../../src/core/features/feature-view.ts';
import { Field } from '../../../src/core/features/field.ts';
import { SnapshotSource } from '../../../src/core/features/snapshot-source.ts';
import { createFeatureStore } from '../../../src/core/features/store.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';

const user = new Entity({ name: 'user', joinKeys: ['user_id'] });
const view = (name: string) =>
  new FeatureView({
    name,
    entities: [user],
    schema: [new Field({ name: 'fee', dtype: 'float64' })],
    source: new SnapshotSource({ table: 'fees', timestampField: 'at' }),
  });
const tables = {
  readTable: () => Promise.reject(new Error('nothing is read')),
};

it('knows the views that were stored, by name, those of other tabs too, without another look', async () => {
  const memory = createMemoryDatabase<LabCollections>(labKeyPaths);
  let isReadable = true;
  const read: typeof memory.read = async (...args) => {
    if (!isReadable) throw new Error('the database was closed');
    return memory.read(...args);
  };
  const clock = { now: () => 0 };
  const store = createFeatureStore({ database: { ...memory, read }, tables, clock });
  const { features, views } = await watchViews(store);
  await createFeatureStore({ database: memory, tables, clock }).apply([user, view('elsewhere')]);
  // What is stored is stored: a call that went well must not fail for what is looked at afterwards.
  isReadable = false;
  await features.apply([user, view('b'), view('a')]);
  expect(views.list().map(({ name }) => name)).toEqual(['a', 'b', 'elsewhere']);
  expect(views.get('b').name).toBe('b');
  expect(() => views.get('c')).toThrow("'c'");
});
