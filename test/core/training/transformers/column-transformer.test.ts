import { expect, test } from 'vitest';
import { fromRows } from '../../../../src/core/table/from-rows.ts';
import type { Table } from '../../../../src/core/table/table.ts';
import { toRows } from '../../../../src/core/table/to-rows.ts';
import { NotFittedError } from '../../../../src/core/training/not-fitted-error.ts';
import { Pipeline } from '../../../../src/core/training/pipeline.ts';
import { restoreTransformer } from '../../../../src/core/training/restore-estimator.ts';
import {
  type ColumnStep,
  ColumnTransformer,
} from '../../../../src/core/training/transformers/column-transformer.ts';
import { OneHotEncoder } from '../../../../src/core/training/transformers/one-hot-encoder.ts';
import { SimpleImputer } from '../../../../src/core/training/transformers/simple-imputer.ts';
import { StandardScaler } from '../../../../src/core/training/transformers/standard-scaler.ts';
import { readVectors, rowsOf, tableOf } from './vectors.ts';

const STEPS: Record<string, () => ColumnStep> = {
  one_hot: () => new OneHotEncoder({ handleUnknown: 'ignore' }),
  scale: () => new StandardScaler(),
  median: () => new SimpleImputer({ strategy: 'median' }),
  frequent_one_hot: () =>
    new Pipeline([
      ['fill', new SimpleImputer({ strategy: 'most_frequent' })],
      ['hot', new OneHotEncoder()],
    ]),
  passthrough: () => 'passthrough',
  drop: () => 'drop',
};

test.each(readVectors('column_transformer').map((vector) => [JSON.stringify(vector.names), vector] as const))(
  'puts columns side by side as scikit-learn does: %s',
  async (_, vector) => {
    const steps = vector.steps as [string, string, string[]][];
    const transformer = new ColumnTransformer(
      steps.map(([name, step, columns]) => [name, STEPS[step]!(), columns]),
      {
        remainder: STEPS[vector.remainder as string]!(),
        verboseFeatureNamesOut: vector.verbose as boolean,
      },
    );
    await transformer.fit(tableOf(vector.fit));
    const output = transformer.transform(tableOf(vector.transform));
    expect(transformer.getFeatureNamesOut()).toEqual(vector.names);
    expect([...(output as Table).columns.keys()]).toEqual(vector.names);
    expect(rowsOf(output)).toEqual(vector.matrix);

    const restored = restoreTransformer(structuredClone(transformer.toArtifact()));
    expect(restored.toArtifact()).toEqual(transformer.toArtifact());
    expect(restored.transform(tableOf(vector.transform))).toEqual(output);
  },
);

const ROWS = fromRows([
  { plan: 'basic', fee: 10, age: 1 },
  { plan: 'premium', fee: 20, age: 3 },
]);

function planAndFee(): ColumnTransformer {
  return new ColumnTransformer([
    ['cat', new OneHotEncoder(), ['plan']],
    ['num', 'passthrough', ['fee']],
  ]);
}

test('transform finds columns by name, in any order, and ignores further ones', async () => {
  const transformer = await planAndFee().fit(ROWS);
  const rows = fromRows([{ extra: 'x', fee: 5, plan: 'basic' }]);
  expect(toRows(transformer.transform(rows) as Table)).toEqual([
    { cat__plan_basic: 1, cat__plan_premium: 0, num__fee: 5 },
  ]);
});

test('a missing column is named', async () => {
  const transformer = await planAndFee().fit(ROWS);
  expect(() => transformer.transform(fromRows([{ fee: 5 }]))).toThrow(
    expect.objectContaining({ name: 'ValueError', message: "columns are missing: {'plan'}" }),
  );
});

test('the steps passed in stay unfitted, so that one encoder can serve two steps', async () => {
  const encoder = new OneHotEncoder();
  const transformer = new ColumnTransformer([
    ['a', encoder, ['plan']],
    ['b', encoder, ['age']],
  ]);
  await transformer.fit(ROWS);
  expect(transformer.getFeatureNamesOut()).toEqual([
    'a__plan_basic',
    'a__plan_premium',
    'b__age_1',
    'b__age_3',
  ]);
  expect(() => encoder.getFeatureNamesOut()).toThrow(NotFittedError);
});

test('a matrix is chosen from by position and answered by a matrix', async () => {
  const matrix = { data: Float64Array.of(1, 7, 3, 8), nRows: 2, nCols: 2 };
  const transformer = new ColumnTransformer([['scale', new StandardScaler(), [0]]], {
    remainder: 'passthrough',
  });
  expect(await transformer.fitTransform(matrix)).toEqual({
    data: Float64Array.of(-1, 7, 1, 8),
    nRows: 2,
    nCols: 2,
  });
  expect(() => transformer.transform({ data: new Float64Array(3), nRows: 1, nCols: 3 })).toThrow(
    'X has 3 features, but ColumnTransformer is expecting 2 features as input',
  );
});

test('what cannot be chosen is an error with its reason', async () => {
  const choosing = (columns: string[] | number[]) =>
    new ColumnTransformer([['num', 'passthrough', columns]]).fit(ROWS);
  await expect(choosing(['fe'])).rejects.toMatchObject({
    message: "A given column is not a column of the table: 'fe'",
    hint: "did you mean 'fee'?",
  });
  await expect(choosing([3])).rejects.toThrow('column position 3 is out of range');
  await expect(choosing('fee' as unknown as string[])).rejects.toThrow('expects 2D data');
  expect(() => new ColumnTransformer([['a__b', 'drop', []]])).toThrow('Estimator names must not contain __');
  expect(
    () =>
      new ColumnTransformer([
        ['a', 'drop', []],
        ['a', 'drop', []],
      ]),
  ).toThrow('Names provided are not unique');
  expect(() => new ColumnTransformer([['a', 'passthru' as 'passthrough', ['fee']]])).toThrow(
    "a step of a ColumnTransformer is 'passthru'",
  );
});

test('equal names without prefix are an error', async () => {
  const transformer = new ColumnTransformer(
    [
      ['a', 'passthrough', ['fee']],
      ['b', 'passthrough', ['fee']],
    ],
    { verboseFeatureNamesOut: false },
  );
  await expect(transformer.fitTransform(ROWS)).rejects.toThrow(
    "Output feature names: ['fee'] are not unique",
  );
});

test('columns and categories whose names run together stay apart', async () => {
  const rows = fromRows([
    { plan: 'tv_x', plan_tv: 'y' },
    { plan: 'z', plan_tv: 'x' },
  ]);
  const transformer = new ColumnTransformer([['cat', new OneHotEncoder(), ['plan', 'plan_tv']]]);
  const output = (await transformer.fitTransform(rows)) as Table;
  const names = ['cat__plan_tv_x', 'cat__plan_z', 'cat__plan_tv_x', 'cat__plan_tv_y'];
  expect(transformer.getFeatureNamesOut()).toEqual(names);
  expect([...output.columns.keys()]).toEqual(names.with(2, 'cat__plan_tv_x.1'));
  expect(rowsOf(output)).toEqual([
    [1, 0, 0, 1],
    [0, 1, 1, 0],
  ]);
});
