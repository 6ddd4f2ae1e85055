import { expect, test } from 'vitest';
import { MLPClassifier } from '../../src/core/training/tfjs/mlp-classifier.ts';
import type { MLPOptions } from '../../src/core/training/tfjs/mlp-params.ts';
import { tfjsRuntime as runtime } from '../../src/workers/tfjs-runtime.ts';
import { workerTrainer as trainer } from '../../src/workers/worker-trainer.ts';

const XOR = {
  data: Float64Array.from(Array.from({ length: 64 }, (_, i) => [i % 2, (i >> 1) % 2, (i % 7) / 7]).flat()),
  nRows: 64,
  nCols: 3,
};
const LABELS = Array.from({ length: 64 }, (_, i) => ((i % 2) ^ ((i >> 1) % 2) ? 'leave' : 'stay'));
const PARAMS: MLPOptions = { hiddenLayerSizes: [8], learningRateInit: 0.05, maxIter: 5, randomState: 1 };

/** As in test/core/training/tfjs/mlp-classifier.test.ts, which runs in Node. */
const DIGEST_IN_NODE = '9e521a5578516c4b08856f656596b826cf5870102b7dbb3f25f9fe2ae2ab3c3b';

test('a network trained in the page or in a worker is the one that Node trains', async () => {
  const epochs: number[] = [];
  const inWorker = await new MLPClassifier(PARAMS, { runtime, trainer }).fit(XOR, LABELS, {
    onProgress: ({ done }) => epochs.push(done),
  });
  const inPage = await new MLPClassifier(PARAMS, { runtime }).fit(XOR, LABELS);
  expect(inWorker.digest()).toBe(DIGEST_IN_NODE);
  expect(inPage.digest()).toBe(DIGEST_IN_NODE);
  expect(epochs).toEqual([1, 2, 3, 4, 5]);
});

test('an abort signal ends the training at once', async () => {
  const controller = new AbortController();
  const forever = new MLPClassifier(
    { ...PARAMS, maxIter: 1_000_000, tol: 0, nIterNoChange: 1_000_000 },
    { runtime, trainer },
  );
  const fit = forever.fit(XOR, LABELS, { signal: controller.signal, onProgress: () => controller.abort() });
  await expect(fit).rejects.toMatchObject({ name: 'AbortError' });
  await expect(forever.predict(XOR)).rejects.toMatchObject({ name: 'NotFittedError' });
});

test('an error in the worker keeps its name and hint', async () => {
  const few = { data: Float64Array.of(0, 1, 2), nRows: 3, nCols: 1 };
  const fit = new MLPClassifier({ ...PARAMS, earlyStopping: true }, { runtime, trainer }).fit(few, [0, 1, 2]);
  await expect(fit).rejects.toMatchObject({
    name: 'ValueError',
    message: expect.stringContaining('The validation set is too small'),
    hint: expect.stringContaining('validationFraction'),
  });
});
