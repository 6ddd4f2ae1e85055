import { quote, ValueError } from '../errors.ts';
import { pairwiseSum } from '../numeric/pairwise-sum.ts';
import { checkOneOf } from '../training/check-params.ts';
import type { Label, Labels } from '../training/estimator.ts';
import { checkLengths } from './check-lengths.ts';
import type { MetricOptions } from './metric-options.ts';
import { type TargetPair, toTargetLabel, toTargetPair } from './target.ts';

export interface ConfusionMatrixOptions extends MetricOptions {
  /** Which classes to show, and in which order; all that occur, sorted, without it. */
  readonly labels?: readonly Label[] | undefined;
  /** Divide by the sum of the row ('true'), of the column ('pred') or of everything ('all'). */
  readonly normalize?: 'true' | 'pred' | 'all' | undefined;
}

/**
 * Counts, or weights, of rows by true label (row) and prediction (column): `[[tn, fp], [fn, tp]]` for the
 * labels 0 and 1. Mirrors scikit-learn 1.7.2; a warning where only one label occurs.
 */
export function confusionMatrix(
  yTrue: Labels,
  yPred: Labels,
  options: ConfusionMatrixOptions = {},
): number[][] {
  checkOneOf('normalize', options.normalize, ['true', 'pred', 'all', null]);
  checkLengths(yTrue, yPred, options.sampleWeight);
  const pair = toTargetPair(yTrue, yPred);
  const labels = options.labels === undefined ? pair.classes : options.labels.map(toTargetLabel);
  if (options.labels !== undefined) checkLabels(labels, pair);
  const counts = normalized(countPairs(pair, labels, options), options.normalize);
  if (labels.length === 1) {
    options.onWarning?.('only one label occurs in y_true and y_pred; pass all of them in labels');
  }
  return counts;
}

function checkLabels(labels: readonly Label[], pair: TargetPair): void {
  if (labels.length === 0) {
    throw new ValueError('labels is empty', 'name at least one label, or leave labels out');
  }
  const seen = new Set(Array.from(pair.trueCodes, (code) => pair.classes[code]!));
  if (seen.size > 0 && !labels.some((label) => seen.has(label))) {
    throw new ValueError(
      `no label of ${quote(labels)} is in y_true`,
      'at least one label specified must be in y_true',
    );
  }
}

function countPairs(pair: TargetPair, labels: readonly Label[], options: MetricOptions): number[][] {
  const positionOf = pair.classes.map((label) => labels.indexOf(label));
  const counts = labels.map(() => new Array<number>(labels.length).fill(0));
  pair.trueCodes.forEach((code, row) => {
    const i = positionOf[code]!;
    const j = positionOf[pair.predictedCodes[row]!]!;
    if (i >= 0 && j >= 0) counts[i]![j]! += options.sampleWeight?.[row] ?? 1;
  });
  return counts;
}

/** Sums in numpy's order: rows and all cells pairwise, columns from top to bottom. */
function normalized(counts: number[][], by: ConfusionMatrixOptions['normalize']): number[][] {
  const total = pairwiseSum(counts.flat());
  const columnSums = counts.map((_, j) => counts.reduce((sum, row) => sum + row[j]!, 0));
  return counts.map((row) => {
    const rowSum = pairwiseSum(row);
    return row.map((count, j) => {
      const divisor = by === 'true' ? rowSum : by === 'pred' ? columnSums[j]! : by === 'all' ? total : 1;
      const share = count / divisor;
      return Number.isNaN(share) ? 0 : share;
    });
  });
}
