import { expect, test } from 'vitest';
import { accuracyScore } from '../../../src/core/evaluation/accuracy-score.ts';
import { brierScoreLoss } from '../../../src/core/evaluation/brier-score-loss.ts';

test('it is the share of hits, by weight where weights are given', () => {
  expect(accuracyScore(['a', 'b', 'c', 'a'], ['a', 'b', 'b', 'b'])).toBe(0.5);
  expect(accuracyScore([1, 0], [1, 1], { sampleWeight: [3, 1] })).toBe(0.75);
});

test('strings against numbers score 0 with a warning, as nothing can match', () => {
  const warnings: string[] = [];
  expect(accuracyScore(['0', '1'], [0, 1], { onWarning: (text) => warnings.push(text) })).toBe(0);
  expect(warnings.length).toBe(1);
});

test('no rows are NaN with a warning', () => {
  const warnings: string[] = [];
  expect(accuracyScore([], [], { onWarning: (text) => warnings.push(text) })).toBeNaN();
  expect(warnings).toEqual(['mean of no values is NaN']);
});

test('the Brier loss is the squared distance of the probability, for text labels by posLabel', () => {
  expect(brierScoreLoss([1, 0], [0.75, 0.5])).toBe((0.0625 + 0.25) / 2);
  expect(brierScoreLoss(['yes', 'no'], [0.75, 0.5], { posLabel: 'yes' })).toBe((0.0625 + 0.25) / 2);
});
