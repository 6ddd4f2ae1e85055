import { expect, test } from 'vitest';
import { accuracyScore } from '../../../src/core/evaluation/accuracy-score.ts';
import { averagePrecisionScore } from '../../../src/core/evaluation/average-precision-score.ts';
import { type BootstrapOptions, bootstrapInterval } from '../../../src/core/evaluation/bootstrap-interval.ts';
import { f1Score } from '../../../src/core/evaluation/f1-score.ts';
import { rocAucScore } from '../../../src/core/evaluation/roc-auc-score.ts';
import { readVectors } from '../../parity/read-vectors.ts';

interface BootstrapCase {
  readonly metric: keyof typeof metrics;
  readonly y: number[];
  readonly second: number[];
  readonly options: BootstrapOptions;
  readonly point: number;
  readonly low: number;
  readonly high: number;
}

const metrics = { rocAucScore, averagePrecisionScore, f1Score };

test("nine intervals have the bits that numpy's generator and quantile give with scikit-learn's metrics", async () => {
  const { bootstraps } = await readVectors<{ bootstraps: BootstrapCase[] }>('metrics.json');
  expect(bootstraps.length).toBe(9);
  for (const { metric, y, second, options, point, low, high } of bootstraps) {
    expect(bootstrapInterval(metrics[metric], y, second, options), metric).toEqual({ point, low, high });
  }
});

test('the same seed gives the same interval, another seed another one', () => {
  const y = Array.from({ length: 40 }, (_, i) => i % 2);
  const pred = y.map((label, i) => (i % 5 === 0 ? 1 - label : label));
  const first = bootstrapInterval(accuracyScore, y, pred, { nResamples: 99, randomState: 1 });
  expect(bootstrapInterval(accuracyScore, y, pred, { nResamples: 99, randomState: 1 })).toEqual(first);
  expect(bootstrapInterval(accuracyScore, y, pred, { nResamples: 99, randomState: 3 })).not.toEqual(first);
  expect(first.low).toBeLessThanOrEqual(first.point);
  expect(first.high).toBeGreaterThanOrEqual(first.point);
});

test.each([
  [{ nResamples: 0 }, 'invalid value for nResamples: 0'],
  [{ confidence: 95 }, 'invalid value for confidence: 95'],
  [{}, 'the metric is undefined in all 1000 samples'],
])('with options %j and labels of one class it is a ValueError', (options, message) => {
  expect(() => bootstrapInterval(rocAucScore, [1, 1, 1], [0.1, 0.2, 0.3], options)).toThrow(
    expect.objectContaining({ name: 'ValueError', message, hint: expect.any(String) }),
  );
});
