import { expect, it } from 'vitest';
import type { LabTable } from '../../../src/notebook/lab-api/lab-table.ts';
import { openLab, type TestLab } from './lab.ts';

const rows = Array.from({ length: 20 }, (_, i) => ({ x: (i * 7) % 20, kind: ['a', 'b'][i % 2]! }));
const y = rows.map(({ x }) => (x > 9 ? 1 : 0));

const pipelineOf = ({ Pipeline, ColumnTransformer, OneHotEncoder, RandomForestClassifier }: TestLab) =>
  new Pipeline([
    [
      'encode',
      new ColumnTransformer([
        ['kinds', new OneHotEncoder({ handleUnknown: 'ignore' }), ['kind']],
        ['numbers', 'passthrough', ['x']],
      ]),
    ],
    ['forest', new RandomForestClassifier({ nEstimators: 3, randomState: 0 })],
  ]);

it('fits rows, DataFrames and tables to the same model, and predicts rows of probabilities', async () => {
  const lab = await openLab();
  const timed = rows.map((row) => ({ ...row, at: 0 }));
  await lab.data.importTable('t', timed, { timestampField: 'at' });
  const table = (await lab.data.snapshot('t', { asOf: 0 })).drop('at');
  const labels = new Uint8Array(y);
  const digests = [];
  for (const X of [rows, table, table.toDf()]) digests.push((await pipelineOf(lab).fit(X, labels)).digest());
  expect(new Set(digests).size).toBe(1);
  const model = await pipelineOf(lab).fit(rows, y);
  const proba = await model.predictProba(rows);
  expect([proba.length, proba[0]?.length, proba.nRows, proba.nCols]).toEqual([20, 2, 20, 2]);
  expect(await model.predict(rows)).toEqual(proba.map(([, one]) => (one! > 0.5 ? 1 : 0)));
});

it('grows the same trees from a typed matrix, and shows them as typed arrays', async () => {
  const { RandomForestClassifier } = await openLab();
  const forest = new RandomForestClassifier({ nEstimators: 2, randomState: 5 });
  await forest.fit({ data: Uint8Array.from(rows, ({ x }) => x), nRows: 20, nCols: 1 }, y);
  const floats = { data: Float32Array.from(rows, ({ x }) => x), nRows: 20, nCols: 1 };
  expect((await new RandomForestClassifier({ nEstimators: 2, randomState: 5 }).fit(floats, y)).digest()).toBe(
    forest.digest(),
  );
  expect(forest.estimators[0]).toMatchObject({
    feature: expect.any(Int32Array),
    threshold: expect.any(Float64Array),
    childrenLeft: expect.any(Int32Array),
    childrenRight: expect.any(Int32Array),
    value: expect.any(Float64Array),
    nNodeSamples: expect.any(Int32Array),
  });
});

it.each<[string, (lab: TestLab) => unknown, string, string]>([
  [
    'a misspelt parameter',
    (lab) => new lab.RandomForestClassifier({ n_estimators: 5 } as never),
    'TypeError',
    "unknown parameter 'n_estimators' of RandomForestClassifier",
  ],
  [
    'a parameter without its name',
    (lab) => new lab.RandomForestClassifier(100 as never),
    'TypeError',
    'RandomForestClassifier got 100 where its parameters belong',
  ],
  [
    'null for parameters',
    (lab) => new lab.LogisticRegression(null as never),
    'TypeError',
    'LogisticRegression got null where its parameters belong',
  ],
  ['no steps', (lab) => new lab.Pipeline(undefined as never), 'TypeError', 'the steps are undefined'],
  [
    'steps as objects',
    (lab) => new lab.ColumnTransformer([{ name: 'x' }] as never),
    'TypeError',
    'step 1 has another form',
  ],
  [
    'a misspelt remainder',
    (lab) => new lab.ColumnTransformer([], { remaindr: 'drop' } as never),
    'TypeError',
    "ColumnTransformer has no option 'remaindr'",
  ],
])('refuses %s', async (_, create, name, message) => {
  const lab = await openLab();
  expect(() => create(lab)).toThrow(
    expect.objectContaining({ name, message, hint: expect.stringMatching(/./) }),
  );
});

it.each<[string, (lab: TestLab) => Promise<unknown>, string, string]>([
  [
    'no rows',
    (lab) => new lab.DummyClassifier().fit(undefined as never, y),
    'TypeError',
    'undefined is no table',
  ],
  [
    'no labels',
    (lab) => new lab.DummyClassifier().fit(rows, undefined as never),
    'TypeError',
    'y is undefined',
  ],
  [
    'texts as numbers',
    (lab) => new lab.LogisticRegression().fit(rows, y),
    'ValueError',
    "could not convert string to float: 'a' (column 'kind')",
  ],
  [
    'weights as the third argument',
    (lab) => new lab.LogisticRegression().fit([[1], [2]], [0, 1], [1, 1] as never),
    'TypeError',
    'fit got [1,1] where its options belong',
  ],
  [
    'a cancelled fit',
    (lab) => new lab.RandomForestClassifier().fit([[1], [2]], [0, 1], { signal: { aborted: true } }),
    'AbortError',
    'growing the forest was cancelled',
  ],
  [
    'a prediction before the fit',
    (lab) => new lab.MLPClassifier().predict([[1]]),
    'NotFittedError',
    'This MLPClassifier instance is not fitted yet',
  ],
])('rejects %s', async (_, call, name, message) => {
  await expect(call(await openLab())).rejects.toMatchObject({
    name,
    message,
    hint: expect.stringMatching(/./),
  });
});

it('gives columns to a pipeline of transformers inside a ColumnTransformer, and loads the model again', async () => {
  const lab = await openLab();
  const { ColumnTransformer, LogisticRegression, OneHotEncoder, Pipeline, SimpleImputer, StandardScaler } =
    lab;
  const gaps = rows.map((row, i) => ({ ...row, x: i % 5 === 0 ? null : row.x }));
  const numbers = new Pipeline([
    ['impute', new SimpleImputer({ strategy: 'median' })],
    ['scale', new StandardScaler()],
  ]);
  const encode = new ColumnTransformer([
    ['numbers', numbers, ['x']],
    ['kinds', new OneHotEncoder(), ['kind']],
  ]);
  const byHand = new StandardScaler();
  const imputed = await new SimpleImputer({ strategy: 'median' }).fitTransform(gaps.map(({ x }) => ({ x })));
  const scaled = await byHand.fitTransform(imputed as never);
  const encoded = (await encode.fitTransform(gaps)) as typeof scaled;
  expect(encode.getFeatureNamesOut()).toEqual(['numbers__x', 'kinds__kind_a', 'kinds__kind_b']);
  expect(columnValues(encoded, 'numbers__x')).toEqual(columnValues(scaled, 'x'));

  const model = await new Pipeline([
    ['encode', encode],
    ['lr', new LogisticRegression()],
  ]).fit(gaps, y);
  const { modelUri } = await lab.mlflow.logModel(model, 'model');
  const loaded = await lab.mlflow.loadModel(modelUri);
  expect(loaded.digest()).toBe(model.digest());
  expect(await loaded.predictProba(gaps)).toEqual(await model.predictProba(gaps));
});

function columnValues(features: unknown, name: string): number[] {
  return (features as LabTable).column(name) as number[];
}
