import { expect, test } from 'vitest';
import { rocCurve } from '../../../src/core/evaluation/roc-curve.ts';

test('it starts above every score and drops points on a straight line', () => {
  const y = [1, 1, 0, 1, 0, 0];
  const scores = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4];
  expect(rocCurve(y, scores)).toEqual({
    fpr: Float64Array.of(0, 0, 0, 1 / 3, 1 / 3, 1),
    tpr: Float64Array.of(0, 1 / 3, 2 / 3, 2 / 3, 1, 1),
    thresholds: Float64Array.of(Number.POSITIVE_INFINITY, 0.9, 0.8, 0.7, 0.6, 0.4),
  });
  expect(rocCurve(y, scores, { dropIntermediate: false }).thresholds.length).toBe(7);
});

test('posLabel chooses the class of interest among several', () => {
  expect([...rocCurve(['a', 'b', 'c'], [1, 2, 3], { posLabel: 'c' }).tpr]).toEqual([0, 1, 1]);
});

test('without positive rows tpr is NaN, with a warning', () => {
  const warnings: string[] = [];
  const { fpr, tpr } = rocCurve([0, 0], [0.1, 0.2], { onWarning: (text) => warnings.push(text) });
  expect([...tpr]).toEqual([Number.NaN, Number.NaN, Number.NaN].slice(0, fpr.length));
  expect(warnings).toEqual(['no positive rows in y_true: tpr is NaN']);
});

test('the caller keeps its scores', () => {
  const scores = Float64Array.of(0.3, 0.1, 0.2);
  rocCurve([0, 1, 1], scores);
  expect(scores).toEqual(Float64Array.of(0.3, 0.1, 0.2));
});
