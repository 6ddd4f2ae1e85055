import { expect, test } from 'vitest';
import { classCodes, oneHotTargets } from '../../../../src/core/training/tfjs/targets.ts';

test('two classes share one output column, more have one each', () => {
  expect(oneHotTargets(Int32Array.of(0, 1, 1), 2)).toEqual({
    values: Float32Array.of(0, 1, 1),
    nRows: 3,
    nCols: 1,
  });
  expect([...oneHotTargets(Int32Array.of(2, 0), 3).values]).toEqual([0, 0, 1, 1, 0, 0]);
});

test('exactly one half is the first class, and a tie of several classes goes to the first', () => {
  expect([...classCodes({ values: Float32Array.of(0.5, 0.51, 0), nRows: 3, nCols: 1 })]).toEqual([0, 1, 0]);
  const values = Float32Array.of(0.2, 0.4, 0.4, 0.1, 0.2, 0.7);
  expect([...classCodes({ values, nRows: 2, nCols: 3 })]).toEqual([1, 2]);
});
