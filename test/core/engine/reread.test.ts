import { expect, it } from 'vitest';
import { type LabCollections, labKeyPaths } from '../../../src/core/engine/collections.ts';
import { createEngine } from '../../../src/core/engine/create-engine.ts';
import { rereadEngine } from '../../../src/core/engine/reread.ts';
import { createSeededIds } from '../../../src/core/tracking/id-source.ts';
import { inThreadExecutor } from '../../../src/core/training/forest/forest-executor.ts';
import { tfjsRuntime } from '../../../src/headless/tfjs-runtime.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';
import { usage, user } from '../features/store-lab.ts';

/** Two engines over one database, as two tabs have them. */
async function openTwoTabs() {
  const database = createMemoryDatabase<LabCollections>(labKeyPaths);
  const open = (seed: string) =>
    createEngine({
      database,
      ids: createSeededIds(seed),
      user: 'student',
      executor: inThreadExecutor,
      tfjs: tfjsRuntime,
      timer: () => 0,
      sleep: async () => undefined,
    });
  return { here: await open('a'), there: await open('b') };
}

it('shows what another tab did, and only of the collections that it wrote to', async () => {
  const { here, there } = await openTwoTabs();
  const before = here.time.clock.now();
  await there.time.advance({ days: 1 });
  await there.features.apply([user, usage()]);
  await rereadEngine(here, ['runs', 'modelVersions']);
  expect([here.time.clock.now(), here.views.list()]).toEqual([before, []]);
  await rereadEngine(here, ['settings']);
  expect(here.time.clock.now()).toBe(before + 86_400_000);
  expect(here.views.list()).toEqual([]);
  await rereadEngine(here, ['featureViews']);
  expect(here.views.list().map(({ name }) => name)).toEqual(['usage']);
});
