import { expect, test } from 'vitest';
import { averagePrecisionScore } from '../../../src/core/evaluation/average-precision-score.ts';
import { precisionRecallCurve } from '../../../src/core/evaluation/precision-recall-curve.ts';

test('thresholds ascend and the curve is closed at precision 1, recall 0', () => {
  expect(precisionRecallCurve([0, 1, 0, 1], [0.1, 0.4, 0.35, 0.8])).toEqual({
    precision: Float64Array.of(0.5, 2 / 3, 1, 1, 1),
    recall: Float64Array.of(1, 1, 1, 0.5, 0),
    thresholds: Float64Array.of(0.1, 0.35, 0.4, 0.8),
  });
});

test('dropIntermediate keeps the ends of each vertical line', () => {
  const y = [1, 0, 0, 0, 1];
  const scores = [5, 4, 3, 2, 1];
  const { thresholds } = precisionRecallCurve(y, scores, { dropIntermediate: true });
  expect([...thresholds]).toEqual([1, 2, 5]);
});

test('average precision is the mean precision at each positive row when scores differ', () => {
  const precisionAtPositives = [1 / 1, 2 / 3, 3 / 5];
  const mean = precisionAtPositives.reduce((sum, value) => sum + value) / 3;
  expect(averagePrecisionScore([1, 0, 1, 0, 1], [5, 4, 3, 2, 1])).toBeCloseTo(mean, 15);
});

test('without positive rows recall is 1 and average precision 0, with a warning each', () => {
  const warnings: string[] = [];
  const onWarning = (text: string) => warnings.push(text);
  expect([...precisionRecallCurve([0, 0], [1, 2], { onWarning }).recall]).toEqual([1, 1, 0]);
  expect(averagePrecisionScore([0, 0], [1, 2], { onWarning })).toBe(0);
  expect(warnings).toEqual(Array(2).fill('no positive rows in y_true: recall is 1 at every threshold'));
});
