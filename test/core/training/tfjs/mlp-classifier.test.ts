import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MLPClassifier } from '../../../../src/core/training/tfjs/mlp-classifier.ts';
import type { MLPOptions } from '../../../../src/core/training/tfjs/mlp-params.ts';
import { tfjsRuntime as runtime } from '../../../../src/headless/tfjs-runtime.ts';
import { camelCaseKeys } from '../transformers/vectors.ts';

interface MLPVector {
  readonly params: Record<string, unknown>;
  readonly x: number[][];
  readonly y: number[];
  readonly n_iter: number;
  readonly out_activation: string;
  readonly loss_curve: number[];
  readonly validation_scores: number[] | null;
  readonly proba: number[][];
  readonly predicted: number[];
}

/** Made by test/parity/python/mlp_vectors.py with scikit-learn 1.7.2. */
const { cases } = JSON.parse(
  readFileSync(new URL('../../../parity/vectors/mlp.json', import.meta.url), 'utf8'),
) as { cases: MLPVector[] };

test.each(cases.map((vector) => [JSON.stringify(vector.params), vector] as const))(
  'follows the loss curve of scikit-learn with %s',
  async (_, vector) => {
    const X = matrixOf(vector.x);
    const params = camelCaseKeys(vector.params) as unknown as MLPOptions;
    const classifier = await new MLPClassifier(params, { runtime }).fit(X, vector.y);
    expect(classifier.nIter).toBe(vector.n_iter);
    expect(classifier.outActivation).toBe(vector.out_activation);
    expect(largestDifference(classifier.lossCurve, vector.loss_curve)).toBeLessThan(1e-4);
    expect(classifier.validationScores?.map((score) => Math.round(score * 1e5) / 1e5) ?? null).toEqual(
      vector.validation_scores,
    );
    const { data } = await classifier.predictProba(matrixOf(vector.x.slice(0, 20)));
    expect(largestDifference(data, vector.proba.flat())).toBeLessThan(1e-3);
    expect(await classifier.predict(X)).toEqual(vector.predicted);
  },
);

const XOR = matrixOf(Array.from({ length: 64 }, (_, i) => [i % 2, (i >> 1) % 2, (i % 7) / 7]));
const LABELS = Array.from({ length: 64 }, (_, i) => ((i % 2) ^ ((i >> 1) % 2) ? 'leave' : 'stay'));
const SMALL: MLPOptions = {
  hiddenLayerSizes: [8],
  learningRateInit: 0.05,
  maxIter: 60,
  randomState: 1,
};

test('learns what no straight line separates', async () => {
  const params = { ...SMALL, hiddenLayerSizes: [16], batchSize: 16 };
  const classifier = await new MLPClassifier({ ...params }, { runtime }).fit(XOR, LABELS);
  expect(await classifier.predict(XOR)).toEqual(LABELS);
});

test('two runs give the same bits, another seed others', async () => {
  const train = (randomState: number) =>
    new MLPClassifier({ ...SMALL, maxIter: 3, randomState }, { runtime }).fit(XOR, LABELS);
  const [first, again, other] = [await train(1), await train(1), await train(2)];
  expect(again.digest()).toBe(first.digest());
  expect(other.digest()).not.toBe(first.digest());
});

test('the model of a fixed route has the digest it has in every engine', async () => {
  const classifier = await new MLPClassifier({ ...SMALL, maxIter: 5 }, { runtime }).fit(XOR, LABELS);
  expect(classifier.digest()).toMatchInlineSnapshot(
    `"9e521a5578516c4b08856f656596b826cf5870102b7dbb3f25f9fe2ae2ab3c3b"`,
  );
});

test('one row is predicted as among many', async () => {
  const classifier = await new MLPClassifier({ ...SMALL, maxIter: 5 }, { runtime }).fit(XOR, LABELS);
  const all = await classifier.predictProba(XOR);
  for (const row of [0, 1, 31, 63]) {
    const alone = await classifier.predictProba({
      data: XOR.data.slice(row * 3, row * 3 + 3),
      nRows: 1,
      nCols: 3,
    });
    expect([...alone.data]).toEqual([...all.data.slice(row * 2, row * 2 + 2)]);
  }
});

test('a restored network predicts and digests alike', async () => {
  const classifier = await new MLPClassifier({ ...SMALL, maxIter: 5 }, { runtime }).fit(XOR, LABELS);
  const restored = MLPClassifier.fromArtifact(structuredClone(classifier.toArtifact()), { runtime });
  expect(await restored.predictProba(XOR)).toEqual(await classifier.predictProba(XOR));
  expect(restored.digest()).toBe(classifier.digest());
});

test('each epoch is reported with its loss', async () => {
  const reports: string[] = [];
  await new MLPClassifier({ ...SMALL, maxIter: 2 }, { runtime }).fit(XOR, LABELS, {
    onProgress: ({ done, total, unit, label }) => reports.push(`${done}/${total} ${unit}: ${label}`),
  });
  expect(reports).toEqual([
    expect.stringMatching(/^1\/2 epochs: loss \d\.\d{4}$/),
    expect.stringMatching(/^2\/2 epochs: loss \d\.\d{4}$/),
  ]);
});

test('training, prediction and cancellation leave no tensor behind', async () => {
  const tf = await runtime.load();
  const { numTensors } = tf.memory();
  const classifier = await new MLPClassifier({ ...SMALL, maxIter: 2 }, { runtime }).fit(XOR, LABELS);
  await classifier.predictProba(XOR);
  expect(tf.memory().numTensors).toBe(numTensors);

  const signal = { aborted: false };
  const cancelled = new MLPClassifier({ ...SMALL }, { runtime });
  const fit = cancelled.fit(XOR, LABELS, {
    signal,
    onProgress: ({ done }) => {
      signal.aborted = done === 2;
    },
  });
  await expect(fit).rejects.toMatchObject({ name: 'AbortError' });
  expect(tf.memory().numTensors).toBe(numTensors);
  await expect(cancelled.predict(XOR)).rejects.toMatchObject({ name: 'NotFittedError' });
});

test('one class, rows that are too few to keep apart, and diverging weights are errors', async () => {
  const train = (params: Partial<MLPOptions>, X = XOR, y: (string | number)[] = LABELS) =>
    new MLPClassifier({ ...SMALL, ...params }, { runtime }).fit(X, y);
  await expect(
    train(
      {},
      XOR,
      LABELS.map(() => 'stay'),
    ),
  ).rejects.toThrow("the data contains only one class: 'stay'");
  const few = matrixOf([[0], [1], [2]]);
  await expect(train({ earlyStopping: true }, few, [0, 1, 2])).rejects.toThrow(
    'The validation set is too small',
  );
  const huge = matrixOf(LABELS.map(() => [3e38]));
  await expect(train({ maxIter: 2 }, huge)).rejects.toThrow('non-finite parameter weights');
});

test.each([
  [{ hiddenLayerSizes: [0] }, 'invalid value for hiddenLayerSizes: [0]'],
  [{ activation: 'rleu' as 'relu' }, "invalid value for activation: 'rleu'"],
  [{ learningRateInit: 0 }, 'invalid value for learningRateInit: 0'],
  [{ earlyStopping: 1 as never }, 'invalid value for earlyStopping: 1'],
  [{ maxIter: 2.5 }, 'invalid value for maxIter: 2.5'],
  [{ batchSize: 0 }, 'invalid value for batchSize: 0'],
  [{ alpha: -1 }, 'invalid value for alpha: -1'],
  [{ validationFraction: 1 }, 'invalid value for validationFraction: 1'],
  [{ randomState: -1 }, 'invalid value for randomState: -1'],
  [{ solver: 'sgd' }, "unknown parameter 'solver' of MLPClassifier"],
])('%j is refused when the classifier is built', (params, message) => {
  expect(() => new MLPClassifier({ ...SMALL, ...params }, { runtime })).toThrow(message);
});

function matrixOf(rows: number[][]) {
  return { data: Float64Array.from(rows.flat()), nRows: rows.length, nCols: rows[0]!.length };
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Array.from(a, (value, i) => Math.abs(value - b[i]!)).reduce((x, y) => Math.max(x, y), 0);
}
