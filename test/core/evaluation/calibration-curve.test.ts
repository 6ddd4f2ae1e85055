import { expect, test } from 'vitest';
import { calibrationCurve } from '../../../src/core/evaluation/calibration-curve.ts';

test('bins of equal width: a value on an edge belongs below it, empty bins are left out', () => {
  const curve = calibrationCurve([0, 1, 1, 1], [0, 0.5, 0.9, 1], { nBins: 4 });
  expect(curve).toEqual({
    probTrue: Float64Array.of(0, 1, 1),
    probPred: Float64Array.of(0, 0.5, 0.95),
  });
});

test('quantile bins hold equally many rows', () => {
  const curve = calibrationCurve(['no', 'no', 'yes', 'yes'], [0.1, 0.2, 0.3, 0.4], {
    nBins: 2,
    strategy: 'quantile',
    posLabel: 'yes',
  });
  expect([...curve.probTrue]).toEqual([0, 1]);
});

test.each([
  [[0, 1], [0.5, 1.5], {}, 'y_prob has 1.5, outside [0, 1]'],
  [[0, 1], [0.5, 1], { nBins: 0 }, 'invalid value for nBins: 0'],
  [[1, 2], [0.5, 1], {}, 'y_true takes value in [1,2] and posLabel is not specified'],
  [[0, 1, 2], [0.5, 1, 0], { posLabel: 1 }, 'only binary classification is supported, found labels [0,1,2]'],
  [[0, 1], [0.5], {}, 'inconsistent numbers of samples: [2, 1]'],
])('labels %j with probabilities %j and %j are a ValueError', (y, p, options, message) => {
  expect(() => calibrationCurve(y, p, options)).toThrow(
    expect.objectContaining({ name: 'ValueError', message: expect.stringContaining(message) }),
  );
});
