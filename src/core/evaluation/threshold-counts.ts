import { IndexError, ValueError } from '../errors.ts';
import { argsort } from '../numeric/argsort.ts';
import type { Label, Labels } from '../training/estimator.ts';
import { checkLengths } from './check-lengths.ts';
import type { PositiveOptions, Scores } from './metric-options.ts';
import { positiveLabel } from './positive-label.ts';
import { checkFinite, toScores } from './scores.ts';
import { type Target, toTarget } from './target.ts';

/** For each distinct score, highest first: what is at or above it. */
export interface ThresholdCounts {
  readonly falsePositives: Float64Array;
  readonly truePositives: Float64Array;
  readonly thresholds: Float64Array;
}

/**
 * Counts, or sums of weights, of positive and other rows by threshold: what every curve is made of. Rows of
 * weight 0 are left out first; weights are added in numpy's order (score descending, ties from the last row
 * up).
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
  if (rows.length === 0) throw noRows(options.posLabel);
  const positive = positiveLabel(classesIn(rows, target), options.posLabel);
  const isPositive = target.codes.map((code) => Number(target.classes[code] === positive));
  return accumulate(rows, { scores, isPositive, sampleWeight: options.sampleWeight });
}

/** scikit-learn fails in two ways here: it cannot infer the positive label, or it indexes an empty array. */
function noRows(posLabel: Label | undefined): ValueError | IndexError {
  const NamedError = posLabel === undefined ? ValueError : IndexError;
  return new NamedError('no samples to draw a curve from', 'pass rows, at least one of them with a weight');
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

function classesIn(rows: Int32Array, target: Target): readonly Label[] {
  if (rows.length === target.codes.length) return target.classes;
  const present = new Set<number>();
  for (const row of rows) present.add(target.codes[row]!);
  return target.classes.filter((_, code) => present.has(code));
}

function accumulate(
  rows: Int32Array,
  columns: {
    readonly scores: Float64Array;
    readonly isPositive: Int32Array;
    readonly sampleWeight: ArrayLike<number> | undefined;
  },
): ThresholdCounts {
  const { scores, isPositive, sampleWeight } = columns;
  const falsePositives: number[] = [];
  const truePositives: number[] = [];
  const thresholds: number[] = [];
  let positives = 0;
  let others = 0;
  rows.forEach((row, i) => {
    const weight = sampleWeight === undefined ? 1 : sampleWeight[row]!;
    if (isPositive[row] === 1) positives += weight;
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
