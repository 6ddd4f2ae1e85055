import { beforeAll, describe, expect, it } from 'vitest';
import { type LabCollections, labKeyPaths } from '../../../src/core/engine/collections.ts';
import { rereadEngine } from '../../../src/core/engine/reread.ts';
import type { HeadlessLab } from '../../../src/headless/open-lab.ts';
import { openHeadlessLab } from '../../../src/headless/open-lab.ts';
import { followServing, type KeptTexts, resumeServing } from '../../../src/lab/serving/kept-serving.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';
import { fillLab } from '../../storage/fixtures/used-lab.ts';

describe('the API of a lab that is open in two tabs', () => {
  let here: HeadlessLab;
  let there: HeadlessLab;
  let texts: KeptTexts;

  beforeAll(async () => {
    const database = createMemoryDatabase<LabCollections>(labKeyPaths);
    await fillLab(database);
    const kept = new Map<string, string>();
    texts = { getItem: (key) => kept.get(key) ?? null, setItem: (key, text) => void kept.set(key, text) };
    here = await openHeadlessLab(database);
    await resumeServing(here, texts);
    await here.api.api.start({ modelUri: 'models:/churn/Production', features: ['usage_fv:hours'] });
    there = await openHeadlessLab(database);
    await resumeServing(there, texts, { isOpenElsewhere: true });
  });

  it('runs in a tab that is opened later', () => {
    expect(there.engine.api.status()).toEqual(here.engine.api.status());
  });

  it('serves the version that was loaded, in both, until it is started again in one', async () => {
    await promoteNewVersion(here);
    await rereadEngine(there.engine, ['modelVersions']);
    for (const { engine } of [here, there]) {
      expect(engine.api.status()).toMatchObject({
        model: { version: '1' },
        current: { version: '2' },
        isBehind: true,
      });
    }
    // A third tab does not look for the model anew: the API never stopped.
    await followServing(there, texts);
    expect(there.engine.api.status()).toMatchObject({ model: { version: '1' }, isBehind: true });
    await here.api.api.restart();
    await followServing(there, texts);
    expect(there.engine.api.status()).toEqual(here.engine.api.status());
    expect(there.engine.api.status()).toMatchObject({
      options: { modelUri: 'models:/churn/Production' },
      model: { uri: 'models:/churn/Production', version: '2' },
      isBehind: false,
    });
  });

  it('has the same faults in both', async () => {
    await there.api.faults.inject({ kind: 'api-down' });
    await followServing(here, texts);
    expect(here.engine.faults.active()).toEqual([{ kind: 'api-down' }]);
    await here.api.faults.clear();
    await followServing(there, texts);
    expect(there.engine.faults.active()).toEqual([]);
  });

  it('stops in both', async () => {
    there.engine.api.stop();
    await followServing(here, texts);
    expect(here.engine.api.status().state).toBe('stopped');
  });

  it('has one clock: both advance it, and no step is lost', async () => {
    const before = here.engine.time.clock.now();
    await Promise.all([here.api.clock.advance({ days: 1 }), there.api.clock.advance({ days: 2 })]);
    await Promise.all([here, there].map(({ engine }) => rereadEngine(engine, ['settings'])));
    expect(here.engine.time.clock.now()).toBe(before + 3 * 86_400_000);
    expect(there.engine.time.clock.now()).toBe(before + 3 * 86_400_000);
  });
});

async function promoteNewVersion({ engine }: HeadlessLab): Promise<void> {
  const { artifact, runId } = await engine.registry.loadModel('models:/churn/1');
  await engine.registry.logModel(runId, artifact, { artifactPath: 'again', registeredModelName: 'churn' });
  await engine.registry.transitionModelVersionStage({
    name: 'churn',
    version: 2,
    stage: 'Production',
    archiveExistingVersions: true,
  });
}
