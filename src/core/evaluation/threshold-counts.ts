import { IndexError, ValueError } from '../errors.ts';
import { argsort } from '../numeric/argsort.ts';
import type { Labels } from '../training/estimator.ts';
import { checkLengths } from './check-lengths.ts';
import type { PositiveOptions, Scores } from './metric-options.ts';
import { positiveLabel } from './positive-label.ts';
import { checkFinite, toScores } from './scores.ts';
import { toTarget } from './target.ts';

/** For each distinct score, highest first: what is at or above it. */
export interface ThresholdCounts {
  readonly falsePositives: Float64Array;
  readonly truePositives: Float64Array;
  readonly thresholds: Float64Array;
}

/**
 * Counts, or sums of weights, of positive and other rows by threshold: what every curve is made of. Rows of weight 0 are
 * left out first; weights are added in numpy's order (score descending, ties from the last row up).
 */
export function countByThreshold(yTrue: Labels, yScore: Scores, options: PositiveOptions): ThresholdCounts {
  const target = toTarget(yTrue, 'y_true');
  if (target.kind === 'continuous' || (target.kind === 'multiclass' && options.posLabel === undefined)) {
    throw new ValueError(`${target.kind} format is not supported`, 'a curve needs two classes, or posLabel');
  }
  checkLengths(yTrue, 'data' in yScore ? { length: yScore.nRows } : yScore, options.sampleWeight);
  const scores = toScores(yScore);
  if (options.sampleWeight !== undefined) checkWeights(options.sampleWeight);
  const rows = rowsByScore(scores, options.sampleWeight);
  const present = new Set(Array.from(rows, (row) => target.codes[row]!));
  const positive = positiveLabel(
    target.classes.filter((_, code) => present.has(code)),
    options.posLabel,
  );
  if (rows.length === 0) {
    throw new IndexError('no samples to draw a curve from', 'pass rows, at least one of them with a weight');
  }
  const positiveCode = target.classes.indexOf(positive);
  return accumulate(rows, scores, (row) => ({
    isPositive: target.codes[row] === positiveCode,
    weight: options.sampleWeight?.[row] ?? 1,
  }));
}

function checkWeights(sampleWeight: ArrayLike<number>): void {
  if (sampleWeight.length === 0) {
    throw new ValueError('Found array with 0 sample(s)', 'sampleWeight needs at least one row');
  }
  checkFinite(sampleWeight, 'sample_weight');
}

function rowsByScore(scores: Float64Array, sampleWeight: ArrayLike<number> | undefined): Int32Array {
  const rows = argsort(scores).reverse();
  return sampleWeight === undefined ? rows : rows.filter((row) => sampleWeight[row] !== 0);
}

function accumulate(
  rows: Int32Array,
  scores: Float64Array,
  at: (row: number) => { readonly isPositive: boolean; readonly weight: number },
): ThresholdCounts {
  const falsePositives: number[] = [];
  const truePositives: number[] = [];
  const thresholds: number[] = [];
  let positives = 0;
  let others = 0;
  rows.forEach((row, i) => {
    const { isPositive, weight } = at(row);
    if (isPositive) positives += weight;
    else others += weight;
    const next = rows[i + 1];
    if (next !== undefined && scores[next] === scores[row]) return;
    falsePositives.push(others);
    truePositives.push(positives);
    thresholds.push(scores[row]!);
  });
  return {
    falsePositives: Float64Array.from(falsePositives),
    truePositives: Float64Array.from(truePositives),
    thresholds: Float64Array.from(thresholds),
  };
}
