import { expect, it } from 'vitest';
import { openLab } from './lab.ts';

/** Names that every object has something under. ('constructor' may not cross the channel of a kernel.) */
const NAMES = ['isPrototypeOf', 'toString', 'hasOwnProperty', 'valueOf'] as const;
const AT = new Date('2024-01-31T00:00:00Z');
const ROWS = [0, 1, 2, 3, 4, 5].map((i) => ({
  car_id: i,
  at: AT,
  isPrototypeOf: i + 0.5,
  toString: i % 2 === 0 ? 'a' : 'b',
  hasOwnProperty: i % 2 === 0,
  valueOf: i,
}));

it('takes column names that objects know already, from import to prediction', async () => {
  const lab = await openLab();
  await lab.data.importTable('cars', ROWS, { timestampField: 'at' });
  expect((await lab.data.snapshot('cars', { asOf: AT })).toRows()).toEqual(ROWS);
  expect(lab.data.expect([{}, { toString: 'a' }] as never).validate().success).toBe(true);

  const car = new lab.Entity({ name: 'car', joinKeys: ['car_id'] });
  const dtypes = {
    isPrototypeOf: 'float64',
    toString: 'string',
    hasOwnProperty: 'bool',
    valueOf: 'int64',
  } as const;
  const schema = NAMES.map((name) => new lab.Field({ name, dtype: dtypes[name] }));
  const source = new lab.SnapshotSource({ table: 'cars', timestampField: 'at' });
  await lab.store.apply([car, new lab.FeatureView({ name: 'car', entities: [car], schema, source })]);
  const features = NAMES.map((name) => `car:${name}`);
  const entityDf = ROWS.map(({ car_id }) => ({ car_id, event_timestamp: AT }));
  const job = await lab.store.getHistoricalFeatures({ entityDf, features });
  expect(job.select([...NAMES]).toRows()).toEqual(ROWS.map(({ car_id, at, ...row }) => row));

  const X = job.select([...NAMES]);
  const y = [0, 1, 0, 1, 0, 1];
  const encode = new lab.OneHotEncoder({ handleUnknown: 'ignore' });
  const model = new lab.Pipeline([
    ['encode', new lab.ColumnTransformer([['text', encode, ['toString']]], { remainder: 'passthrough' })],
    ['forest', new lab.RandomForestClassifier({ nEstimators: 5, randomState: 1 })],
  ]);
  await model.fit(X, y);
  await lab.mlflow.logParams({ isPrototypeOf: 1, toString: 2 } as never);
  const signature = lab.inferSignature(X, y);
  await lab.mlflow.logModel(model, { artifactPath: 'model', registeredModelName: 'toString', signature });
  const loaded = await lab.mlflow.loadModel('models:/toString/1');
  expect(await loaded.predict(X)).toEqual(y);
  expect((await lab.mlflow.activeRun())?.data.params).toEqual({ isPrototypeOf: '1', toString: '2' });

  await lab.store.materialize('2024-01-01T00:00:00Z', '2024-02-01T00:00:00Z');
  const online = await lab.store.getOnlineFeatures({ features, entityRows: [{ car_id: 3 }] });
  expect(online.toRows()).toEqual([
    { car_id: 3, isPrototypeOf: 3.5, toString: 'b', hasOwnProperty: false, valueOf: 3 },
  ]);
  await lab.api.start({ modelUri: 'models:/toString/1', features, joinKey: 'car_id', onMissing: 'impute' });
  const response = await lab.fetch('/predict', { method: 'POST', body: JSON.stringify({ car_id: '3' }) });
  expect(await response.json()).toMatchObject({ prediction: 1 });
  expect((await lab.fetch('/predict', { method: 'POST', body: '{}' })).status).toBe(422);
});
