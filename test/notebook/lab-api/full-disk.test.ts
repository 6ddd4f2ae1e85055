import { expect, it } from 'vitest';
import { MONTH, openLabWithMonth } from './lab.ts';

const X = Array.from({ length: 12 }, (_, i) => ({ months: i, fee: i + 0.5 }));
const y = X.map(({ months }) => (months % 3 === 0 ? 1 : 0));
const ROWS = [{ device: 1, at: new Date('2024-01-01T00:00:00Z') }];
const FILES = { ...MONTH, 'labels.csv': MONTH['labels.csv'].replace('a,False', 'a,True') };

/** A lab with a bit of everything: a month, views, two model versions, a served model, an active run. */
async function openFullLab() {
  const opened = await openLabWithMonth();
  const { lab, features } = opened;
  const client = new lab.MlflowClient();
  const model = await new lab.RandomForestClassifier({ nEstimators: 2, randomState: 1 }).fit(X, y);
  for (const artifactPath of ['first', 'second']) {
    await lab.mlflow.withRun(() =>
      lab.mlflow.logModel(model, { artifactPath, registeredModelName: 'churn', inputExample: X }),
    );
  }
  await client.transitionModelVersionStage({ name: 'churn', version: 1, stage: 'Production' });
  await client.setRegisteredModelAlias('churn', 'champion', 1);
  await lab.data.importTable('devices', ROWS, { timestampField: 'at' });
  const [experimentId, deletedId] = [await openExperiment('spring'), await openExperiment('winter')];
  await client.deleteExperiment(deletedId);
  const { info } = await lab.mlflow.startRun({ runName: 'active' });
  await lab.mlflow.setTag('owner', 'ada');
  await lab.api.start({ modelUri: 'models:/churn/Production', features });
  return { ...opened, client, model, runId: info.runId, experimentId, deletedId };

  async function openExperiment(name: string): Promise<string> {
    const id = await client.createExperiment(name);
    await client.createRun({ experimentId: id });
    await client.createRun({ experimentId: id });
    return id;
  }
}

type FullLab = Awaited<ReturnType<typeof openFullLab>>;

const START = '2024-01-01T00:00:00Z';
const END = '2024-02-01T00:00:00Z';

/** Every call of the lab that stores something, with arguments that go well. */
const WRITES: Readonly<Record<string, (full: FullLab) => Promise<unknown>>> = {
  'clock.set': ({ lab }) => lab.clock.set('2025-06-01'),
  'clock.advance': ({ lab }) => lab.clock.advance({ days: 1 }),
  'data.load': ({ lab }) => lab.data.load('bank'),
  'data.importMonth, a new month': ({ lab }) => lab.data.importMonth(MONTH, { asOf: '2024-02-29' }),
  'data.importMonth, replacing': ({ lab }) =>
    lab.data.importMonth(FILES, { asOf: '2024-01-31', onConflict: 'replace' }),
  'data.importMonth, correcting': ({ lab }) =>
    lab.data.importMonth(FILES, { asOf: '2024-01-31', onConflict: 'correction' }),
  'data.importTable': ({ lab }) =>
    lab.data.importTable('devices', [...ROWS, { device: 2, at: new Date(0) }], { timestampField: 'at' }),
  'store.apply': async ({ lab, user }) => {
    const source = new lab.SnapshotSource({ table: 'usage_agg_30d', timestampField: 'as_of' });
    const schema = [new lab.Field({ name: 'skips_7d', dtype: 'int64' })];
    const view = (name: string) => new lab.FeatureView({ name, entities: [user], schema, source });
    await lab.store.apply([user, view('zapping'), view('skipping')]);
  },
  'store.materialize': ({ lab }) => lab.store.materialize(START, END),
  'store.materializeIncremental': ({ lab }) => lab.store.materializeIncremental(END),
  'mlflow.setExperiment': ({ lab }) => lab.mlflow.setExperiment('new'),
  'mlflow.startRun': ({ lab }) => lab.mlflow.startRun({ nested: true, tags: { team: 'churn' } }),
  'mlflow.logParams': ({ lab }) => lab.mlflow.logParams({ a: 1, b: 2 }),
  'mlflow.logMetrics': ({ lab }) => lab.mlflow.logMetrics({ auc: 0.8, f1: 0.5 }, { step: 1 }),
  'mlflow.setTags': ({ lab }) => lab.mlflow.setTags({ a: 1, b: 2 }),
  'mlflow.deleteTag': ({ lab }) => lab.mlflow.deleteTag('owner'),
  'mlflow.logDict': ({ lab }) => lab.mlflow.logDict({ a: 1 }, 'a.json'),
  'mlflow.logTable': ({ lab }) => lab.mlflow.logTable(X, 'table.json'),
  'mlflow.logModel': ({ lab, model }) =>
    lab.mlflow.logModel(model, { artifactPath: 'third', registeredModelName: 'churn', inputExample: X }),
  'mlflow.registerModel': ({ lab }) => lab.mlflow.registerModel('models:/churn/1', 'copy'),
  'mlflow.endRun': ({ lab }) => lab.mlflow.endRun(),
  'client.createExperiment': ({ client }) => client.createExperiment('new', { tags: { a: 1 } }),
  'client.deleteExperiment': ({ client, experimentId }) => client.deleteExperiment(experimentId),
  'client.restoreExperiment': ({ client, deletedId }) => client.restoreExperiment(deletedId),
  'client.createRun': ({ client }) => client.createRun({ experimentId: '0' }),
  'client.updateRun': ({ client, runId }) => client.updateRun(runId, { runName: 'other' }),
  'client.setTerminated': ({ client, runId }) => client.setTerminated(runId),
  'client.deleteRun': ({ client, runId }) => client.deleteRun(runId),
  'client.logBatch': ({ client, runId }) =>
    client.logBatch(runId, {
      metrics: [
        { key: 'auc', value: 0.7 },
        { key: 'auc', value: 0.8, step: 1 },
      ],
      params: [{ key: 'depth', value: 3 }],
      tags: [{ key: 'team', value: 'churn' }],
    }),
  'client.createRegisteredModel': ({ client }) => client.createRegisteredModel('new'),
  'client.updateRegisteredModel': ({ client }) => client.updateRegisteredModel('churn', { description: 'x' }),
  'client.renameRegisteredModel': ({ client }) => client.renameRegisteredModel('churn', 'leaving'),
  'client.deleteRegisteredModel': ({ client }) => client.deleteRegisteredModel('churn'),
  'client.createModelVersion': ({ client }) => client.createModelVersion('churn', 'models:/churn/1'),
  'client.updateModelVersion': ({ client }) => client.updateModelVersion('churn', 1, { description: 'x' }),
  'client.transitionModelVersionStage': ({ client }) =>
    client.transitionModelVersionStage({
      name: 'churn',
      version: 2,
      stage: 'Production',
      archiveExistingVersions: true,
    }),
  'client.setRegisteredModelAlias': ({ client }) => client.setRegisteredModelAlias('churn', 'champion', 2),
  'client.deleteRegisteredModelAlias': ({ client }) => client.deleteRegisteredModelAlias('churn', 'champion'),
  'client.setModelVersionTag': ({ client }) => client.setModelVersionTag('churn', 1, 'state', 'reviewed'),
  'client.deleteModelVersion': ({ client }) => client.deleteModelVersion('churn', 1),
};

it.each(Object.entries(WRITES))('%s stores all or, wherever the disk runs full, nothing', async (_, write) =>
  expectAllOrNothing(await openFullLab(), write),
);

/** The fluent calls that log, and so start a run where none is active. */
const LOGS = Object.entries(WRITES).filter(([name]) => /^mlflow\.(log|setTags)/.test(name));

it.each(LOGS)(
  '%s with no run active starts one with all that it logs or, wherever the disk runs full, none',
  async (_, write) => {
    const full = await openFullLab();
    await full.lab.mlflow.endRun();
    await expectAllOrNothing(full, write);
    expect(await full.lab.mlflow.searchRuns({ filterString: "attributes.status = 'RUNNING'" })).toEqual([
      await full.lab.mlflow.activeRun(),
    ]);
  },
);

it('takes a run up again with its new tags or, wherever the disk runs full, leaves it as it was', async () => {
  const full = await openFullLab();
  await full.lab.mlflow.endRun();
  await expectAllOrNothing(full, ({ lab, runId }) =>
    lab.mlflow.startRun({ runId, tags: { again: 'yes', 'mlflow.runName': 'resumed' } }),
  );
  expect(await full.lab.mlflow.activeRun()).toMatchObject({
    info: { status: 'RUNNING', runName: 'resumed' },
    data: { tags: { again: 'yes', owner: 'ada' } },
  });
});

async function expectAllOrNothing(full: FullLab, write: (full: FullLab) => Promise<unknown>): Promise<void> {
  const { lab } = full;
  const seen = async () => [
    await lab.stored(),
    lab.clock.now(),
    lab.store.listFeatureViews(),
    await lab.mlflow.activeRun(),
  ];
  const before = await seen();
  for (let room = 0; room < 50; room++) {
    lab.disk.room = room;
    const error = await refusalOf(() => write(full));
    if (error === null) {
      expect(room).toBeGreaterThan(0);
      expect(await seen()).not.toEqual(before);
      return;
    }
    expect(error).toMatchObject({ name: 'DiskFull' });
    expect(await seen(), `with room for ${room} steps`).toEqual(before);
  }
  expect.unreachable('a call that never goes well');
}

it('answers requests when the log has no room, and says so', async () => {
  const { lab } = await openFullLab();
  await lab.store.materialize(START, END);
  const before = await lab.stored();
  lab.disk.room = 0;
  const response = await lab.fetch('/predict', { method: 'POST', body: JSON.stringify({ user_id: 'a' }) });
  expect(response.status).toBe(500);
  expect(await lab.stored()).toEqual(before);
});

async function refusalOf(run: () => Promise<unknown>): Promise<unknown> {
  try {
    await run();
    return null;
  } catch (error) {
    return error;
  }
}
