import { expect, test } from 'vitest';
import type { Features, Matrix } from '../../../src/core/numeric/matrix.ts';
import { toMatrix } from '../../../src/core/numeric/matrix.ts';
import { fromRows } from '../../../src/core/table/from-rows.ts';
import type { TaskOptions } from '../../../src/core/task.ts';
import { encodeLabels } from '../../../src/core/training/encode-labels.ts';
import type { Classifier, EstimatorArtifact, Label, Labels } from '../../../src/core/training/estimator.ts';
import { NotFittedError } from '../../../src/core/training/not-fitted-error.ts';
import { Pipeline } from '../../../src/core/training/pipeline.ts';
import { ColumnTransformer } from '../../../src/core/training/transformers/column-transformer.ts';
import { OneHotEncoder } from '../../../src/core/training/transformers/one-hot-encoder.ts';
import { SimpleImputer } from '../../../src/core/training/transformers/simple-imputer.ts';
import { StandardScaler } from '../../../src/core/training/transformers/standard-scaler.ts';

/** Predicts the second class where the first column is above a threshold; notes what it was given. */
class Threshold implements Classifier {
  readonly params = { threshold: 0.5 };
  classes: readonly Label[] = [];
  seen: Matrix | null = null;

  async fit(features: Features, labels: Labels, { onProgress, signal }: TaskOptions = {}): Promise<this> {
    if (signal?.aborted) throw new Error('cancelled');
    onProgress?.({ done: 1, total: 1, unit: 'iterations', label: 'threshold' });
    this.seen = toMatrix(features);
    this.classes = encodeLabels(labels).classes;
    return this;
  }

  async predict(features: Features): Promise<Label[]> {
    const { data, nRows } = await this.predictProba(features);
    return Array.from({ length: nRows }, (_, row) => this.classes[data[row * 2 + 1]!]!);
  }

  async predictProba(features: Features): Promise<Matrix> {
    const { data, nRows, nCols } = toMatrix(features);
    const hits = Array.from({ length: nRows }, (_, row) => (data[row * nCols]! > 0.5 ? 1 : 0));
    return { data: Float64Array.from(hits.flatMap((hit) => [1 - hit, hit])), nRows, nCols: 2 };
  }

  toArtifact(): EstimatorArtifact {
    return { kind: 'Threshold', version: 1, params: this.params };
  }

  digest(): string {
    return 'threshold';
  }
}

const X = fromRows([
  { plan: 'basic', fee: 10 },
  { plan: 'premium', fee: null },
  { plan: 'basic', fee: 30 },
]);
const Y = ['stay', 'leave', 'stay'];

function course(classifier: Classifier): Pipeline {
  return new Pipeline([
    [
      'prep',
      new ColumnTransformer([
        ['cat', new OneHotEncoder({ handleUnknown: 'ignore' }), ['plan']],
        ['num', new SimpleImputer(), ['fee']],
      ]),
    ],
    ['clf', classifier],
  ]);
}

test('the classifier learns from the encoded rows and predicts raw ones', async () => {
  const classifier = new Threshold();
  const pipeline = await course(classifier).fit(X, Y);
  expect([...classifier.seen!.data]).toEqual([1, 0, 10, 0, 1, 20, 1, 0, 30]);
  expect(pipeline.classes).toEqual(['leave', 'stay']);
  expect(await pipeline.predict(X)).toEqual(['stay', 'leave', 'stay']);
  expect([...(await pipeline.predictProba(X)).data]).toEqual([0, 1, 1, 0, 0, 1]);
});

test('progress and cancellation are the classifier’s', async () => {
  const labels: string[] = [];
  await course(new Threshold()).fit(X, Y, { onProgress: ({ label }) => labels.push(label) });
  expect(labels).toEqual(['threshold']);
  const pipeline = course(new Threshold());
  await expect(pipeline.fit(X, Y, { signal: { aborted: true } })).rejects.toThrow('cancelled');
  await expect(pipeline.predict(X)).rejects.toThrow(NotFittedError);
});

test('a fit that fails after a good one leaves the pipeline unfitted', async () => {
  const pipeline = await course(new Threshold()).fit(X, Y);
  await expect(pipeline.fit(fromRows([{ plan: 'basic' }]), ['stay'])).rejects.toThrow('A given column');
  await expect(pipeline.predict(X)).rejects.toThrow(NotFittedError);
});

test('parameters are those of the steps, under scikit-learn’s names', () => {
  expect(course(new Threshold()).params).toEqual({
    prep__cat__handleUnknown: 'ignore',
    prep__cat__drop: null,
    prep__cat__categories: 'auto',
    prep__num__strategy: 'mean',
    prep__num__fillValue: null,
    prep__num__addIndicator: false,
    prep__remainder: 'drop',
    prep__verboseFeatureNamesOut: true,
    clf__threshold: 0.5,
  });
});

test('names of the encoded columns come from the transformers', async () => {
  const pipeline = await course(new Threshold()).fit(X, Y);
  expect(pipeline.getFeatureNamesOut()).toEqual(['cat__plan_basic', 'cat__plan_premium', 'num__fee']);
});

test('without a classifier a pipeline transforms', async () => {
  const pipeline = new Pipeline([
    ['fill', new SimpleImputer()],
    ['none', 'passthrough'],
    ['scale', new StandardScaler()],
  ]);
  const matrix = { data: Float64Array.of(1, Number.NaN, 3), nRows: 3, nCols: 1 };
  expect((await pipeline.fitTransform(matrix)) as Matrix).toMatchObject({ nRows: 3, nCols: 1 });
  await expect(pipeline.predict(matrix)).rejects.toThrow('This Pipeline has no predict');
  expect(() => course(new Threshold()).transform(X)).toThrow('This Pipeline has no transform');
});

test.each<[string, unknown, string]>([
  ['no list', undefined, 'the steps are undefined'],
  ['a step without its name', [new StandardScaler()], 'step 1 has another form'],
  ['a step in two parts too many', [['scale', new StandardScaler(), [0], [1]]], 'step 1 has another form'],
])('%s is refused with the form that steps have', (_, steps, message) => {
  const hint = "give a list of steps such as ['forest', new RandomForestClassifier()]";
  expect(() => new Pipeline(steps as [])).toThrow(
    expect.objectContaining({ name: 'TypeError', message, hint }),
  );
});

test('steps that do not fit are refused when the pipeline is built', () => {
  expect(() => new Pipeline([])).toThrow('The pipeline is empty');
  expect(
    () =>
      new Pipeline([
        ['a', new StandardScaler()],
        ['a', new StandardScaler()],
      ]),
  ).toThrow("Names provided are not unique: ['a', 'a']");
  expect(() => new Pipeline([['prep__x', new StandardScaler()]])).toThrow(
    'Estimator names must not contain __',
  );
  expect(
    () =>
      new Pipeline([
        ['clf', new Threshold()],
        ['scale', new StandardScaler()],
      ]),
  ).toThrow("step 'clf' of the pipeline is a classifier, but not the last step");
  expect(() => new Pipeline([['scale', 'scaler' as 'passthrough']])).toThrow(
    "step 'scale' of the pipeline is 'scaler'",
  );
});

test('a classifier without labels is an error', async () => {
  await expect(course(new Threshold()).fit(X)).rejects.toThrow('requires y to be passed');
});

test('a pipeline before fit has no predictions, names, artifact or digest', async () => {
  const pipeline = course(new Threshold());
  await expect(pipeline.predict(X)).rejects.toThrow('This Pipeline instance is not fitted yet');
  expect(() => pipeline.digest()).toThrow(NotFittedError);
  expect(() => pipeline.toArtifact()).toThrow(NotFittedError);
  expect(() => pipeline.getFeatureNamesOut()).toThrow(NotFittedError);
});

test('a pipeline restored from its artifact predicts and digests alike', async () => {
  const classifier = new Threshold();
  const pipeline = await course(classifier).fit(X, Y);
  const artifact = structuredClone(pipeline.toArtifact());
  const transformers = { OneHotEncoder, SimpleImputer };
  const restored = Pipeline.fromArtifact(artifact, (step) => {
    if (step.kind === 'Threshold') return classifier;
    return ColumnTransformer.fromArtifact(step, (inner) =>
      transformers[inner.kind as 'OneHotEncoder' | 'SimpleImputer'].fromArtifact(inner),
    );
  });
  expect(await restored.predict(X)).toEqual(await pipeline.predict(X));
  expect(restored.digest()).toBe(pipeline.digest());
  expect(restored.params).toEqual(pipeline.params);
});

test('the digest follows what was learned', async () => {
  const first = await course(new Threshold()).fit(X, Y);
  const again = await course(new Threshold()).fit(X, Y);
  const other = await course(new Threshold()).fit(
    fromRows([
      { plan: 'basic', fee: 11 },
      { plan: 'gold', fee: 2 },
    ]),
    [0, 1],
  );
  expect(again.digest()).toBe(first.digest());
  expect(other.digest()).not.toBe(first.digest());
});
