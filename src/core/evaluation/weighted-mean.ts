import { pairwiseSum } from '../numeric/pairwise-sum.ts';
import type { MetricOptions } from './metric-options.ts';
import { ZeroDivisionError } from './zero-division-error.ts';

/**
 * The mean of `values`, weighted where `sampleWeight` is given, with the bits of `np.average`. NaN with a
 * warning for no values; a `ZeroDivisionError` where the weights sum to 0.
 */
export function weightedMean(values: Float64Array, options: MetricOptions = {}): number {
  const { sampleWeight, onWarning } = options;
  if (sampleWeight === undefined) {
    if (values.length === 0) onWarning?.('mean of no values is NaN');
    return pairwiseSum(values) / values.length;
  }
  const total = pairwiseSum(sampleWeight);
  if (total === 0) {
    throw new ZeroDivisionError(
      'weights sum to zero',
      'give at least one row a weight above 0, or leave sampleWeight out',
    );
  }
  return pairwiseSum(values.map((value, row) => value * sampleWeight[row]!)) / total;
}
