import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { accuracyScore } from '../../../src/core/evaluation/accuracy-score.ts';
import { averagePrecisionScore } from '../../../src/core/evaluation/average-precision-score.ts';
import { brierScoreLoss } from '../../../src/core/evaluation/brier-score-loss.ts';
import { confusionMatrix } from '../../../src/core/evaluation/confusion-matrix.ts';
import { f1Score } from '../../../src/core/evaluation/f1-score.ts';
import { logLoss } from '../../../src/core/evaluation/log-loss.ts';
import { precisionScore } from '../../../src/core/evaluation/precision-score.ts';
import { recallScore } from '../../../src/core/evaluation/recall-score.ts';
import { rocAucScore } from '../../../src/core/evaluation/roc-auc-score.ts';
import { rocCurve } from '../../../src/core/evaluation/roc-curve.ts';

interface SharedCase {
  readonly name: string;
  readonly y: number[];
  readonly p: number[];
  readonly pred: number[];
  readonly confusion: number[][];
  readonly roc_points: number;
  readonly metrics_1_2_1: Record<string, number>;
  readonly 'changed_in_1.4.2': Record<string, number>;
}

const file = new URL('../../../../shared/sklearn-vectors/metrics.json', import.meta.url);
const isPresent = existsSync(file);
if (!isPresent)
  console.log('skipped: metric vectors of scikit-learn 1.2.1 and 1.4.2 (no ../shared beside the project)');

test.skipIf(!isPresent)('23 inputs give the ten values of scikit-learn 1.4.2 to the bit', () => {
  const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: SharedCase[] };
  expect(cases.length).toBe(23);
  for (const { name, y, p, pred, ...expected } of cases) {
    const pairs = {
      data: Float64Array.from(p.flatMap((each) => [1 - each, each])),
      nRows: p.length,
      nCols: 2,
    };
    const values = {
      roc_auc: rocAucScore(y, p),
      average_precision: averagePrecisionScore(y, p),
      accuracy: accuracyScore(y, pred),
      precision: precisionScore(y, pred),
      recall: recallScore(y, pred),
      f1: f1Score(y, pred),
      log_loss_1d: logLoss(y, p),
      log_loss_2d: logLoss(y, pairs),
      brier: brierScoreLoss(y, p),
      f1_macro: f1Score(y, pred, { average: 'macro' }),
      balanced_accuracy: recallScore(y, pred, { average: 'macro' }),
    };
    expect(values, name).toEqual({ ...expected.metrics_1_2_1, ...expected['changed_in_1.4.2'] });
    expect(confusionMatrix(y, pred), name).toEqual(expected.confusion);
    expect(rocCurve(y, p).fpr.length, name).toBe(expected.roc_points);
  }
});
