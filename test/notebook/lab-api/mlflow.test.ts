import { describe, expect, it } from 'vitest';
import { openLab, type TestLab } from './lab.ts';

const X = Array.from({ length: 12 }, (_, i) => ({ months: i, fee: i + 0.5 }));
const y = X.map(({ months }) => (months % 3 === 0 ? 1 : 0));

async function fitted(lab: TestLab, randomState = 1) {
  return new lab.RandomForestClassifier({ nEstimators: 3, randomState }).fit(X, y);
}

/** A lab whose model 'churn' has two versions, and the run of the first. */
async function openLabWithModels() {
  const lab = await openLab();
  const signature = lab.inferSignature(X, y);
  const runId = await lab.mlflow.withRun({ runName: 'first' }, async ({ info }) => {
    await lab.mlflow.logModel(await fitted(lab), {
      artifactPath: 'model',
      registeredModelName: 'churn',
      signature,
    });
    return info.runId;
  });
  await lab.mlflow.withRun(async () => {
    await lab.mlflow.logModel(await fitted(lab, 2), 'model', { registeredModelName: 'churn', signature });
  });
  return { lab, runId, client: new lab.MlflowClient() };
}

it('ends a run as finished, or as failed where its body throws', async () => {
  const { mlflow } = await openLab();
  await mlflow.setExperiment({ experimentName: 'trees' });
  await mlflow.withRun({ runName: 'good' }, () => mlflow.logMetric('auc', 0.8, { step: 1 }));
  const boom = mlflow.withRun({ runName: 'bad' }, () => {
    throw new RangeError('boom');
  });
  await expect(boom).rejects.toThrow('boom');
  const runs = await mlflow.searchRuns({ experimentNames: ['trees'], orderBy: ['attributes.run_name'] });
  expect(runs.map(({ info }) => [info.runName, info.status])).toEqual([
    ['bad', 'FAILED'],
    ['good', 'FINISHED'],
  ]);
});

it('writes the same receipt when the same work is done again', async () => {
  const receipts = [];
  for (const nJobs of [1, 4]) {
    const lab = await openLab();
    const model = await new lab.RandomForestClassifier({ nEstimators: 3, randomState: 1 }).fit(X, y);
    const { runId } = await lab.mlflow.logModel(model, { artifactPath: 'model' });
    const receipt = await lab.mlflow.loadReceipt(runId);
    expect(receipt.modelDigest).toBe(model.digest());
    expect(
      (await new lab.RandomForestClassifier({ nEstimators: 3, randomState: 1, nJobs }).fit(X, y)).digest(),
    ).toBe(model.digest());
    receipts.push(receipt);
  }
  expect(receipts[1]).toEqual(receipts[0]);
});

describe('a loaded model', () => {
  it.each([
    ['models:/churn/1', 1],
    ['models:/churn/production', 1],
    ['models:/churn/latest', 2],
    ['models:/churn@champion', 2],
  ])('%s is version %i', async (uri, version) => {
    const { lab, client } = await openLabWithModels();
    await client.transitionModelVersionStage('churn', 1, 'Production');
    await client.setRegisteredModelAlias({ name: 'churn', alias: 'champion', version: 2 });
    expect((await lab.mlflow.loadModel(uri)).version).toBe(version);
  });

  it('takes columns in any order, and refuses what its signature does not allow', async () => {
    const { lab, runId } = await openLabWithModels();
    const model = await lab.mlflow.loadModel(`runs:/${runId}/model`);
    const own = await (await fitted(lab)).predict(X);
    expect(await model.predict(X)).toEqual(own);
    expect(await model.predict(X.map(({ months, fee }) => ({ extra: 1, fee, months })))).toEqual(own);
    const refused = async (rows: Parameters<typeof model.predict>[0], message: string) =>
      expect(model.predict(rows)).rejects.toMatchObject({
        name: 'MlflowException',
        message: expect.stringContaining(message),
      });
    await refused([{ months: 1 }], "missing inputs ['fee']");
    await refused([[1, 2]], "missing inputs ['months', 'fee']");
    await refused([{ months: 1, fee: 2 }], 'cannot safely convert int64 to float64');
    await refused([{ months: 1.5, fee: 2.5 }], 'cannot safely convert float64 to int64');
  });
});

it('keeps the history of every stage, with who, when and why', async () => {
  const { lab, client } = await openLabWithModels();
  await lab.clock.set('2024-03-01');
  await client.transitionModelVersionStage({ name: 'churn', version: 1, stage: 'Production' });
  await client.transitionModelVersionStage('churn', '2', 'production', true, 'better on March');
  const history = await client.getStageHistory({ name: 'churn' });
  expect(history.slice(2).map(({ version, from, to }) => [version, from, to])).toEqual([
    [1, 'None', 'Production'],
    [1, 'Production', 'Archived'],
    [2, 'None', 'Production'],
  ]);
  expect(history.at(-1)).toMatchObject({
    user: 'student',
    at: Date.UTC(2024, 2, 1),
    reason: 'better on March',
  });
});

describe('a refused call changes nothing', () => {
  type Opened = Awaited<ReturnType<typeof openLabWithModels>>;
  it.each<[string, (opened: Opened) => Promise<unknown>, object]>([
    ['a body that is missing', ({ lab }) => lab.mlflow.withRun({} as never), { name: 'TypeError' }],
    [
      'a misspelt run option',
      ({ lab }) => lab.mlflow.startRun({ name: 'x' } as never),
      { name: 'TypeError' },
    ],
    [
      'a misspelt search option',
      ({ lab }) => lab.mlflow.searchRuns({ filter: 'x' } as never),
      { message: "mlflow.searchRuns has no option 'filter'" },
    ],
    [
      'a misspelt option of a model',
      async ({ lab }) =>
        lab.mlflow.logModel(await fitted(lab), { artifactPath: 'm', registeredName: 'x' } as never),
      { message: "mlflow.logModel has no option 'registeredName'" },
    ],
    [
      'a model without a fit',
      ({ lab }) => lab.mlflow.logModel(new lab.RandomForestClassifier(), { artifactPath: 'm' }),
      { name: 'NotFittedError' },
    ],
    [
      'a signature that is none',
      async ({ lab }) => lab.mlflow.logModel(await fitted(lab), { artifactPath: 'm', signature: 5 as never }),
      { errorCode: 'INVALID_PARAMETER_VALUE', message: 'signature is 5' },
    ],
    [
      'a name that cannot be registered',
      async ({ lab }) =>
        lab.mlflow.logModel(await fitted(lab), { artifactPath: 'm', registeredModelName: 'a/b' }),
      { errorCode: 'INVALID_PARAMETER_VALUE' },
    ],
    [
      'metrics that are none',
      ({ lab }) => lab.mlflow.logMetrics(undefined as never),
      { name: 'MlflowException' },
    ],
    ['params that are none', ({ lab }) => lab.mlflow.logParams([1] as never), { name: 'MlflowException' }],
    [
      'an unknown stage',
      ({ client }) => client.transitionModelVersionStage({ name: 'churn', version: 1, stage: 'Prod' }),
      { errorCode: 'INVALID_PARAMETER_VALUE' },
    ],
    [
      'a misspelt argument of a transition',
      ({ client }) =>
        client.transitionModelVersionStage({
          name: 'churn',
          version: 1,
          stage: 'Production',
          archiveExisting: true,
        } as never),
      { name: 'TypeError' },
    ],
    [
      'stages as a text',
      ({ client }) => client.getLatestVersions('churn', 'Production'),
      { message: "stages is 'Production'" },
    ],
    [
      'a URI that is none',
      ({ lab }) => lab.mlflow.loadModel(undefined as never),
      { name: 'MlflowException' },
    ],
  ])('%s', async (_, call, error) => {
    const opened = await openLabWithModels();
    const before = await opened.lab.stored();
    await expect(call(opened)).rejects.toMatchObject({ hint: expect.stringMatching(/./), ...error });
    expect(await opened.lab.stored()).toEqual(before);
  });
});
