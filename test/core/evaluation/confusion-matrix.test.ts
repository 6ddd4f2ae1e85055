import { expect, test } from 'vitest';
import { confusionMatrix } from '../../../src/core/evaluation/confusion-matrix.ts';

test('rows are true labels and columns predictions: tn fp / fn tp', () => {
  expect(confusionMatrix([0, 0, 0, 1, 1], [0, 0, 1, 0, 1])).toEqual([
    [2, 1],
    [1, 1],
  ]);
});

test('labels choose and order the classes; rows with other labels are left out', () => {
  expect(confusionMatrix(['a', 'b', 'c', 'a'], ['a', 'b', 'a', 'b'], { labels: ['b', 'a'] })).toEqual([
    [1, 0],
    [1, 1],
  ]);
});

test('booleans and numbers may be compared, as in numpy', () => {
  expect(confusionMatrix([true, false], [1, 1])).toEqual([
    [0, 1],
    [0, 1],
  ]);
});

test('a single label gives one cell and a warning', () => {
  const warnings: string[] = [];
  expect(confusionMatrix([0, 0], [0, 0], { onWarning: (text) => warnings.push(text) })).toEqual([[2]]);
  expect(warnings.length).toBe(1);
});

test('a normalised row without rows is 0', () => {
  expect(confusionMatrix([0, 0], [0, 1], { normalize: 'true' })).toEqual([
    [0.5, 0.5],
    [0, 0],
  ]);
});
