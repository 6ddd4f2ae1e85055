import type { WorkUnderTest } from '../work-under-test.ts';

const MODEL = 'churn';
const N_VERSIONS = 5;

/** Promotions that archive what was in Production: there is exactly one, the old or the new. */
export const promoting: WorkUnderTest = {
  async prepare({ api, engine }) {
    const model = new api.DummyClassifier({ strategy: 'prior' });
    await model.fit({ data: Float64Array.of(1, 2), nRows: 2, nCols: 1 }, [0, 1]);
    const { runId } = (await engine.tracking.client.createRun({ experimentId: '0' })).info;
    for (let i = 0; i < N_VERSIONS; i++) {
      await engine.registry.logModel(runId, model.toArtifact(), {
        artifactPath: `model-${i}`,
        registeredModelName: MODEL,
      });
    }
    await engine.tracking.client.setTerminated(runId);
    await promote(engine.registry, 0);
  },

  async step({ engine: { registry } }) {
    const next = await promotions(registry);
    await promote(registry, next);
    return String(next);
  },

  async look({ engine: { registry } }, done) {
    const found: string[] = [];
    const nDone = await promotions(registry);
    const versions = await registry.searchModelVersions();
    const stages = versions.map(({ version, currentStage }) => `${version} ${currentStage}`).sort();
    const production = versions.filter(({ currentStage }) => currentStage === 'Production');
    if (versions.length !== N_VERSIONS) found.push(`${versions.length} versions`);
    if (production.length !== 1 || production[0]?.version !== versionOf(nDone - 1))
      found.push(`after ${nDone} promotions: ${stages.join(', ')}`);
    // Who was in Production before was archived in the same step.
    const wrong = versions.filter(({ version, currentStage }) => {
      const wasPromoted = nDone >= N_VERSIONS || version <= nDone;
      return version !== versionOf(nDone - 1) && currentStage !== (wasPromoted ? 'Archived' : 'None');
    });
    if (wrong.length > 0) found.push(`not archived after ${nDone} promotions: ${stages.join(', ')}`);
    // The one after the last that was told may have been done too.
    if (done !== null && ![Number(done) + 1, Number(done) + 2].includes(nDone))
      found.push(`${nDone} promotions are in the history, ${Number(done) + 1} had been done`);
    return found;
  },
};

type Registry = Parameters<WorkUnderTest['step']>[0]['engine']['registry'];

/** How many promotions the history knows. */
async function promotions(registry: Registry): Promise<number> {
  const history = await registry.getStageHistory(MODEL);
  return history.filter(({ action, to }) => action === 'transitioned' && to === 'Production').length;
}

async function promote(registry: Registry, n: number): Promise<void> {
  await registry.transitionModelVersionStage({
    name: MODEL,
    version: versionOf(n),
    stage: 'Production',
    archiveExistingVersions: true,
  });
}

function versionOf(n: number): number {
  return 1 + (n % N_VERSIONS);
}
