import type { Matrix } from '../numeric/matrix.ts';
import { pairwiseSum } from '../numeric/pairwise-sum.ts';
import type { MetricOptions } from './metric-options.ts';
import { columnOf } from './scores.ts';
import type { Target } from './target.ts';
import { weightedMean } from './weighted-mean.ts';

/** A metric of 0/1 labels and scores. */
export type BinaryMetric = (
  isPositive: ArrayLike<number>,
  scores: ArrayLike<number>,
  options: MetricOptions,
) => number;

/**
 * A binary metric of each class against the others, averaged: plainly ('macro'), by the weight of the class's
 * rows ('weighted'), over all cells at once ('micro'), or not at all (null). Column j of `scores` belongs to
 * class j.
 */
export function averageOneVsRest(
  metric: BinaryMetric,
  rows: { readonly target: Target; readonly scores: Matrix },
  options: MetricOptions & { readonly average: 'macro' | 'weighted' | 'micro' | null },
): number | number[] {
  const { target, scores } = rows;
  const { average, sampleWeight, onWarning } = options;
  if (average === 'micro') {
    const cellWeight = sampleWeight && { sampleWeight: perCell(scores, (row) => sampleWeight[row]!) };
    const indicator = perCell(scores, (row, column) => Number(target.codes[row] === column));
    return metric(indicator, scores.data, { onWarning, ...cellWeight });
  }
  const indicators = target.classes.map((_, code) => target.codes.map((each) => Number(each === code)));
  const support = indicators.map((is) =>
    is.reduce((sum, one, row) => sum + one * (sampleWeight?.[row] ?? 1), 0),
  );
  if (average === 'weighted' && Math.abs(pairwiseSum(support)) <= 1e-8) return 0;
  const values = indicators.map((is, code) =>
    metric(is, columnOf(scores, code), { sampleWeight, onWarning }),
  );
  if (average === null) return values;
  if (average === 'macro') return weightedMean(Float64Array.from(values));
  const counted = values.map((value, code) => (support[code] === 0 ? 0 : value));
  return weightedMean(Float64Array.from(counted), { sampleWeight: support });
}

function perCell(matrix: Matrix, valueAt: (row: number, column: number) => number): Float64Array {
  const { nRows, nCols } = matrix;
  return Float64Array.from({ length: nRows * nCols }, (_, cell) =>
    valueAt(Math.floor(cell / nCols), cell % nCols),
  );
}
