import { expect, it, vi } from 'vitest';
import { fromRows } from '../../../src/core/table/from-rows.ts';
import { DummyClassifier } from '../../../src/core/training/dummy-classifier.ts';
import { Pipeline } from '../../../src/core/training/pipeline.ts';
import { predictBoth } from '../../../src/core/training/predict-both.ts';
import { RandomForestClassifier } from '../../../src/core/training/random-forest-classifier.ts';
import { StandardScaler } from '../../../src/core/training/transformers/standard-scaler.ts';

const X = fromRows([{ fee: 10 }, { fee: 20 }, { fee: 60 }, { fee: 70 }, { fee: 40 }]);
const Y = ['stay', 'stay', 'leave', 'leave', 'stay'];

it('evaluates a forest at the end of a pipeline once, with the answers of both methods', async () => {
  const forest = new RandomForestClassifier({ nEstimators: 5, randomState: 3 });
  const pipeline = await new Pipeline([
    ['scale', new StandardScaler()],
    ['forest', forest],
  ]).fit(X, Y);
  const evaluate = vi.spyOn(forest, 'predictProba');
  const both = await predictBoth(pipeline, X);
  expect(evaluate).toHaveBeenCalledTimes(1);
  expect(both).toEqual({
    labels: await pipeline.predict(X),
    probabilities: await pipeline.predictProba(X),
  });
});

it('asks a classifier twice that has no evaluation to share', async () => {
  const dummy = await new DummyClassifier({ strategy: 'prior', randomState: 0 }).fit(X, Y);
  expect(await predictBoth(dummy, X)).toEqual({
    labels: await dummy.predict(X),
    probabilities: await dummy.predictProba(X),
  });
});
