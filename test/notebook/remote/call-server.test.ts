import { expect, it } from 'vitest';
import { ValueError } from '../../../src/core/errors.ts';
import { MlflowException } from '../../../src/core/tracking/mlflow-exception.ts';
import { createLabApi, type LabApi } from '../../../src/notebook/lab-api/lab-api.ts';
import { connect } from './connect.ts';
import { openEngine } from './engine.ts';
import { labApiContext } from './lab-api-context.ts';

async function openLab() {
  const { engine, empty } = await openEngine();
  const topics: string[] = [];
  const connection = connect(engine, { onTopics: (changed) => void topics.push(...changed) });
  const lab = createLabApi(labApiContext(connection));
  return { engine, empty, topics, connection, lab };
}

it('ends the runs that a kernel left running as KILLED, and leaves the others', async () => {
  const { engine, topics, connection, lab } = await openLab();
  const ended = await lab.mlflow.startRun({ runName: 'ended' });
  await lab.mlflow.endRun();
  const left = await lab.mlflow.startRun({ runName: 'left' });
  const nested = await lab.mlflow.startRun({ runName: 'nested', nested: true });
  const others = await engine.tracking.client.createRun({ experimentId: '0', runName: 'of the page' });
  topics.length = 0;
  await connection.server.close();
  const statusOf = async ({ info }: typeof left) =>
    (await engine.tracking.client.getRun(info.runId)).info.status;
  expect(await Promise.all([ended, left, nested, others].map(statusOf))).toEqual([
    'FINISHED',
    'KILLED',
    'KILLED',
    'RUNNING',
  ]);
  expect(topics).toEqual(['runs']);
});

it('ends a run that was being started when the kernel ended', async () => {
  const { engine, connection, lab } = await openLab();
  void lab.mlflow.startRun({ runName: 'late' });
  await connection.server.close();
  const [run] = await engine.tracking.client.searchRuns({ experimentIds: ['0'] });
  expect(run?.info).toMatchObject({ runName: 'late', status: 'KILLED' });
});

it('ends a run that was taken up again', async () => {
  const { engine, connection, lab } = await openLab();
  const { info } = await engine.tracking.client.createRun({ experimentId: '0' });
  await engine.tracking.client.setTerminated(info.runId);
  await lab.mlflow.startRun({ runId: info.runId });
  await connection.server.close();
  expect((await engine.tracking.client.getRun(info.runId)).info.status).toBe('KILLED');
});

it.each<[string, (lab: LabApi) => Promise<unknown>]>([
  ['a param', ({ mlflow }) => mlflow.logParam('depth', 3)],
  ['a file', ({ mlflow }) => mlflow.logText('a', 'a.txt')],
  ['a table', ({ mlflow }) => mlflow.logTable([{ a: 1 }], 'a.json')],
  [
    'a model',
    async ({ mlflow, DummyClassifier }) =>
      mlflow.logModel(await new DummyClassifier().fit([{ a: 1 }, { a: 2 }], [0, 1]), 'model'),
  ],
])('ends a run that began with %s', async (_, log) => {
  const { engine, connection, lab } = await openLab();
  await log(lab);
  await connection.server.close();
  const runs = await engine.tracking.client.searchRuns({ experimentIds: ['0'] });
  expect(runs.map(({ info }) => info.status)).toEqual(['KILLED']);
});

it('leaves alone what went with its lab: a run that is no longer there', async () => {
  const { empty, topics, connection, lab } = await openLab();
  await lab.mlflow.startRun({ runName: 'of the step before' });
  await empty();
  topics.length = 0;
  await connection.server.close();
  expect(topics).toEqual([]);
});

it('shows a cell at once what it changed, and what the page changed when the page says so', async () => {
  const { engine, connection, lab } = await openLab();
  await lab.clock.set('2024-05-01');
  expect(engine.time.clock.now()).toBe(Date.UTC(2024, 4, 1));
  await lab.faults.inject({ kind: 'api-down' });
  expect(lab.faults.active()).toEqual([{ kind: 'api-down' }]);
  engine.time.clock.set(Date.UTC(2024, 6, 1));
  engine.faults.clear();
  connection.server.sendState();
  expect(lab.clock.now()).toEqual(new Date(Date.UTC(2024, 6, 1)));
  expect(lab.faults.active()).toEqual([]);
});

it('shows a cell the instant it set before the page has kept it', async () => {
  const { engine, lab } = await openLab();
  const set = lab.clock.set('2024-05-01');
  expect(lab.clock.now()).toEqual(new Date('2024-05-01T00:00:00Z'));
  await lab.data.tables();
  expect(engine.time.clock.now()).toBe(Date.UTC(2024, 4, 1));
  await set;
});

it('tells the page what a call changed, also where it was refused', async () => {
  const { topics, lab } = await openLab();
  await lab.data.tables();
  expect(topics).toEqual([]);
  await lab.clock.advance({ days: 1 });
  await lab.mlflow.setExperiment('churn');
  expect(topics).toEqual(['clock', 'runs']);
});

it('gives errors their class, name, hint and code again', async () => {
  const { lab } = await openLab();
  const refused = await new lab.MlflowClient().getRun('0'.repeat(32)).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(MlflowException);
  expect(refused).toMatchObject({
    name: 'MlflowException',
    errorCode: 'RESOURCE_DOES_NOT_EXIST',
    httpStatus: 404,
    hint: expect.stringMatching(/./),
  });
  const unstarted = await lab.api.restart().catch((error: unknown) => error);
  expect(unstarted).toBeInstanceOf(ValueError);
});

it('answers nothing more when it is closed', async () => {
  const { engine, connection, lab } = await openLab();
  await connection.server.close();
  let isAnswered = false;
  void lab.clock.set('2030-01-01').finally(() => {
    isAnswered = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(isAnswered).toBe(false);
  expect(new Date(engine.time.clock.now()).getUTCFullYear()).toBe(2024);
});
