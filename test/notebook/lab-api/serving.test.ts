import { describe, expect, it } from 'vitest';
import { openLabWithMonth } from './lab.ts';

async function openApi() {
  const opened = await openLabWithMonth();
  const { lab, features } = opened;
  const entityDf = await lab.data.entityDf({ asOf: '2024-01-31' });
  const X = (await lab.store.getHistoricalFeatures({ entityDf, features })).drop([
    'user_id',
    'event_timestamp',
  ]);
  const signature = lab.inferSignature(X, [0, 0, 1, 1]);
  for (const randomState of [1, 2]) {
    const model = await new lab.RandomForestClassifier({ nEstimators: 5, randomState }).fit(X, [0, 0, 1, 1]);
    await lab.mlflow.withRun(async () => {
      await lab.mlflow.logModel(model, { artifactPath: 'model', registeredModelName: 'churn', signature });
    });
  }
  const client = new lab.MlflowClient();
  await client.transitionModelVersionStage({ name: 'churn', version: 1, stage: 'Production' });
  await lab.store.materialize('2024-01-01T00:00:00Z', '2024-01-31T00:00:00Z');
  const predict = async (user_id: unknown) => {
    const response = await lab.fetch('/predict', { method: 'POST', body: JSON.stringify({ user_id }) });
    const answer: Record<string, unknown> = {
      ...((await response.json()) as object),
      status: response.status,
    };
    return answer;
  };
  const options = { modelUri: 'models:/churn/Production', features };
  return { lab, client, predict, options };
}

it('serves the version it started with until a restart, and tells at once that it is behind', async () => {
  const { lab, client, predict, options } = await openApi();
  await lab.api.start(options);
  expect(lab.api.status()).toMatchObject({ state: 'running', model: { version: '1' }, isBehind: false });
  await client.transitionModelVersionStage({ name: 'churn', version: 2, stage: 'Production' });
  expect(lab.api.status()).toMatchObject({
    model: { version: '1' },
    current: { version: '2' },
    isBehind: true,
  });
  expect(await predict('a')).toMatchObject({ status: 200, model: { version: '1' } });
  await lab.api.restart();
  expect(await predict('a')).toMatchObject({ status: 200, model: { version: '2' } });
  expect(lab.api.status().isBehind).toBe(false);
});

it.each([
  ['reject', 404, { code: 'unknown-entity' }],
  ['impute', 404, { code: 'unknown-entity' }],
  ['course', 200, { missing_features: ['monthly_fee', 'failed_payments_90d'] }],
] as const)('answers an unknown customer under onMissing: %s with %i', async (onMissing, status, body) => {
  const { lab, predict, options } = await openApi();
  await lab.api.start({ ...options, onMissing });
  expect(await predict('999999')).toMatchObject({ status, ...body });
  expect(await predict('d')).toMatchObject({ status: 200, prediction: 1 });
});

it('knows no entity whose id cannot be a key, and says so with 404', async () => {
  const { lab, options } = await openApi();
  const driver = new lab.Entity({ name: 'driver', joinKeys: ['driver_id'] });
  const rows = [{ driver_id: 7, at: '2024-01-01T00:00:00Z', trips: 3 }];
  await lab.data.importTable('trips', rows, { timestampField: 'at' });
  const schema = [new lab.Field({ name: 'trips', dtype: 'int64' })];
  const source = new lab.SnapshotSource({ table: 'trips', timestampField: 'at' });
  await lab.store.apply([driver, new lab.FeatureView({ name: 'trips', entities: [driver], schema, source })]);
  await lab.store.materialize(0, '2024-01-31T00:00:00Z', { featureViews: ['trips'] });
  await lab.api.start({ ...options, features: ['trips:trips'], joinKey: 'driver_id' });
  const ask = async (id: string) => {
    const body = JSON.stringify({ driver_id: id });
    const answers = [
      await lab.fetch('/predict', { method: 'POST', body }),
      await lab.fetch(`/features/${id}`),
    ];
    return Promise.all(answers.map(async (answer) => [answer.status, await answer.json()]));
  };
  const [predicted, found] = await ask('ada');
  expect(predicted).toMatchObject([404, { code: 'unknown-entity', missing_features: ['trips'] }]);
  expect(found).toMatchObject([404, { features: { trips: { status: 'NOT_FOUND' } } }]);
  expect((await ask('7'))[1]).toMatchObject([200, { features: { trips: { value: 3 } } }]);
});

it.each([
  ['reject', 503],
  ['warn', 200],
  ['serve', 200],
] as const)('answers with old values under onStale: %s with %i', async (onStale, status) => {
  const { lab, predict, options } = await openApi();
  await lab.api.start({ ...options, onStale, staleAfter: lab.days(10) });
  await lab.clock.advance({ days: 30 });
  const answer = await predict('a');
  expect(answer.status).toBe(status);
  expect(answer.features).toMatchObject({ monthly_fee: { stale: true, ageMs: lab.days(31) } });
});

it('counts calls, describes itself, and reaches no other address', async () => {
  const { lab, predict, options } = await openApi();
  await lab.api.start(options);
  await predict('a');
  expect(await (await lab.fetch('/metrics')).text()).toContain('api_requests_total 1.0');
  expect(await (await lab.fetch('http://localhost:8000/openapi.json')).json()).toMatchObject({
    openapi: '3.1.0',
  });
  await expect(lab.fetch('https://example.org')).rejects.toMatchObject({
    name: 'TypeError',
    hint: expect.stringMatching(/\/predict/),
  });
});

describe('injected faults', () => {
  it.each([
    [{ kind: 'api-down' }, 503],
    [{ kind: 'drop-feature-view', view: 'payments' }, 500],
    [{ kind: 'null-feature', feature: 'monthly_fee' }, 422],
    [{ kind: 'wrong-type', feature: 'monthly_fee' }, 500],
    [{ kind: 'slow-store', ms: 5 }, 200],
  ] as const)('%o answers %i, and is gone when cleared', async (fault, status) => {
    const { lab, predict, options } = await openApi();
    await lab.api.start(options);
    await lab.faults.inject(fault);
    expect((await predict('a')).status).toBe(status);
    await lab.faults.clear();
    expect((await predict('a')).status).toBe(200);
  });

  it('are refused where there are none of the kind', async () => {
    const { lab } = await openApi();
    await expect(lab.faults.inject(undefined as never)).rejects.toMatchObject({ name: 'ValueError' });
    await expect(lab.faults.inject({ kind: 'api-dwn' } as never)).rejects.toMatchObject({
      hint: "did you mean 'api-down'?",
    });
  });
});

it.each<[string, object, object]>([
  ['a misspelt option', { onMising: 'reject' }, { name: 'TypeError', hint: "did you mean 'onMissing'?" }],
  ['no model', { modelUri: undefined }, { name: 'TypeError', message: "api.start lacks 'modelUri'" }],
  ['an unknown model', { modelUri: 'models:/nope/1' }, { name: 'MlflowException' }],
])('does not start with %s', async (_, change, error) => {
  const { lab, options } = await openApi();
  await expect(lab.api.start({ ...options, ...change })).rejects.toMatchObject(error);
});
