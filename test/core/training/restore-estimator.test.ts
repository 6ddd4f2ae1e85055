import { expect, test } from 'vitest';
import { fromRows } from '../../../src/core/table/from-rows.ts';
import { DummyClassifier } from '../../../src/core/training/dummy-classifier.ts';
import type { Classifier } from '../../../src/core/training/estimator.ts';
import { LogisticRegression } from '../../../src/core/training/logistic-regression.ts';
import { Pipeline } from '../../../src/core/training/pipeline.ts';
import { RandomForestClassifier } from '../../../src/core/training/random-forest-classifier.ts';
import { restoreEstimator, restoreTransformer } from '../../../src/core/training/restore-estimator.ts';
import { MLPClassifier } from '../../../src/core/training/tfjs/mlp-classifier.ts';
import { ColumnTransformer } from '../../../src/core/training/transformers/column-transformer.ts';
import { OneHotEncoder } from '../../../src/core/training/transformers/one-hot-encoder.ts';
import { StandardScaler } from '../../../src/core/training/transformers/standard-scaler.ts';
import { tfjsRuntime as runtime } from '../../../src/headless/tfjs-runtime.ts';

const ROWS = Array.from({ length: 40 }, (_, i) => ({
  plan: ['a', 'b', null][i % 3],
  fee: (i * 7) % 13,
  age: i % 5,
}));
const X = fromRows(ROWS);
const Y = ROWS.map(({ plan, fee }) => plan === 'a' && fee > 4);

const CLASSIFIERS: Record<string, () => Classifier> = {
  RandomForestClassifier: () => new RandomForestClassifier({ nEstimators: 5, randomState: 42 }),
  LogisticRegression: () => new LogisticRegression(),
  DummyClassifier: () => new DummyClassifier(),
  MLPClassifier: () => new MLPClassifier({ hiddenLayerSizes: [4], maxIter: 3, randomState: 1 }, { runtime }),
};

test.each(Object.keys(CLASSIFIERS))('a pipeline that ends in a %s survives being stored', async (kind) => {
  const pipeline = await new Pipeline([
    [
      'prep',
      new ColumnTransformer([['cat', new OneHotEncoder(), ['plan']]], { remainder: new StandardScaler() }),
    ],
    ['clf', CLASSIFIERS[kind]!()],
  ]).fit(X, Y);
  const restored = restoreEstimator(structuredClone(pipeline.toArtifact()), { runtime });
  expect(await restored.predictProba(X)).toEqual(await pipeline.predictProba(X));
  expect(await restored.predict(X)).toEqual(await pipeline.predict(X));
  expect(restored.classes).toEqual([false, true]);
  expect(restored.params).toEqual(pipeline.params);
  expect(restored.digest()).toBe(pipeline.digest());
});

test('an artifact of no known kind and a network without tfjs are errors', async () => {
  const unknown = { kind: 'GradientBoosting', version: 1, params: {} };
  expect(() => restoreEstimator(unknown)).toThrow(
    "an artifact of kind 'GradientBoosting', version 1, is no classifier",
  );
  expect(() => restoreTransformer(unknown)).toThrow('is no transformer that is known here');
  const network = await CLASSIFIERS.MLPClassifier!().fit(
    { data: new Float64Array([0, 1]), nRows: 2, nCols: 1 },
    [0, 1],
  );
  expect(() => restoreEstimator(network.toArtifact())).toThrow('a network was to be restored without tfjs');
});
