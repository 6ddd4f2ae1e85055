import { expect, test } from 'vitest';
import { logLoss } from '../../../src/core/evaluation/log-loss.ts';

test('labels name a class that y_true lacks', () => {
  expect(logLoss([1, 1], [0.5, 0.5], { labels: [0, 1] })).toBe(Math.LN2);
});

test('a certain mistake costs as much as a probability of 2 to the -52', () => {
  expect(logLoss([0, 1], [0, 0])).toBeCloseTo((52 * Math.LN2) / 2, 12);
});

test('probabilities that do not add up are used as they are, with one warning', () => {
  const warnings: string[] = [];
  const yProb = { data: Float64Array.of(0.5, 0.25, 0.5, 0.25), nRows: 2, nCols: 2 };
  expect(logLoss([0, 1], yProb, { onWarning: (text) => warnings.push(text) })).toBeCloseTo(
    1.5 * Math.LN2,
    12,
  );
  expect(warnings).toEqual(['probabilities of row 0 sum to 0.75, not to 1']);
});

test('labels out of order are taken as sorted, with a warning', () => {
  const warnings: string[] = [];
  const options = { onWarning: (text: string) => warnings.push(text) };
  const sorted = logLoss(['yes', 'no'], [0.75, 0.25], { labels: ['no', 'yes'], ...options });
  expect(warnings).toEqual([]);
  expect(logLoss(['yes', 'no'], [0.75, 0.25], { labels: ['yes', 'no'], ...options })).toBe(sorted);
  expect(warnings).toEqual([
    'labels are ["yes","no"], but the columns of y_prob are taken to be in sorted order: ["no","yes"]',
  ]);
});
