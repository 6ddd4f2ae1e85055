import { END_REASON_TAG } from '../../../src/lab/runs/end-abandoned-runs.ts';
import type { WorkUnderTest } from '../work-under-test.ts';

const N_LOGGED = 12;
const ROWS = Array.from({ length: 300 }, (_, i) => ({ hours: (i * 37) % 101, tickets: (i * i) % 7 }));
const LABELS = ROWS.map(({ hours, tickets }) => Number(hours < 40 || tickets > 5));

/** Runs that train a forest and log params, metrics and the model. Each is whole, or KILLED with the reason. */
export const training: WorkUnderTest = {
  async prepare() {
    // The first run is the start.
  },

  async step({ api: { mlflow, RandomForestClassifier } }) {
    const run = await mlflow.startRun({});
    await mlflow.logParams({ nEstimators: 20, randomState: 7 });
    const forest = new RandomForestClassifier({ nEstimators: 20, randomState: 7, nJobs: 1 });
    await forest.fit(ROWS, LABELS);
    for (let step = 0; step < N_LOGGED; step++) await mlflow.logMetric('loss', 1 / (step + 1), { step });
    await mlflow.logModel(forest, { artifactPath: 'model', registeredModelName: 'forest' });
    await mlflow.endRun();
    return run.info.runId;
  },

  async look({ api: { mlflow }, engine: { tracking, registry } }, done) {
    const found: string[] = [];
    const runs = await mlflow.searchRuns({ experimentNames: ['Default'] });
    const versions = await registry.searchModelVersions();
    for (const { info, data } of runs) {
      const { runId, status, endTime } = info;
      const history = await tracking.client.getMetricHistory(runId, 'loss');
      if (status === 'RUNNING' || endTime === null) found.push(`run ${runId} is ${status}`);
      if (status === 'KILLED' && data.tags[END_REASON_TAG] === undefined)
        found.push(`run ${runId} does not say why`);
      if (status !== 'FINISHED') continue;
      if (history.length !== N_LOGGED) found.push(`run ${runId}: ${history.length} of ${N_LOGGED} metrics`);
      if (data.params.nEstimators !== '20') found.push(`run ${runId} has lost its params`);
      await mlflow.loadModel(`runs:/${runId}/model`).catch((error: unknown) => found.push(String(error)));
      if (!versions.some((version) => version.runId === runId)) found.push(`run ${runId} has no version`);
    }
    // A version is there with its model or not at all; those of earlier rounds were looked at then.
    for (const { version } of versions.toSorted((a, b) => b.version - a.version).slice(0, 3))
      await mlflow
        .loadModel(`models:/forest/${version}`)
        .catch((error: unknown) => found.push(String(error)));
    const last = runs.find(({ info }) => info.runId === done);
    if (done !== null && last?.info.status !== 'FINISHED')
      found.push(`run ${done} had ended, and is ${last?.info.status ?? 'lost'}`);
    return found;
  },
};
