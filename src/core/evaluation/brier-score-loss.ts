import { ValueError } from '../errors.ts';
import { isMatrix } from '../numeric/matrix.ts';
import { pairwiseSum } from '../numeric/pairwise-sum.ts';
import type { Label, Labels } from '../training/estimator.ts';
import { checkLengths } from './check-lengths.ts';
import {
  checkClassProbabilities,
  checkRange,
  oneColumn,
  type ProbabilityOptions,
} from './class-probabilities.ts';
import type { PositiveOptions, Scores } from './metric-options.ts';
import { hasUsualLabels, positiveLabel } from './positive-label.ts';
import { checkFinite, toNumbers } from './scores.ts';
import { type Target, toTarget } from './target.ts';
import { weightedMean } from './weighted-mean.ts';

/** Options of `brierScoreLoss`: `posLabel` goes with a single column, `labels` with several. */
export type BrierOptions = PositiveOptions & ProbabilityOptions;

/**
 * The mean squared distance between probabilities and truth, 0 to 1 for two classes and 0 to 2 for more.
 * `yProb` holds the probability of the positive class, or a column per class. Mirrors scikit-learn 1.7.2 to
 * the bit.
 */
export function brierScoreLoss(yTrue: Labels, yProb: Scores, options: BrierOptions = {}): number {
  if (isMatrix(yProb) && yProb.nCols > 1) return ofClasses(yTrue, yProb, options);
  const probabilities = toNumbers(yProb);
  if (probabilities.length > 0) checkFinite(probabilities);
  checkLengths(yProb as ArrayLike<number>, yTrue, options.sampleWeight);
  const target = toTarget(yTrue, 'y_true');
  if (target.kind !== 'binary') {
    throw new ValueError(
      `y_true is ${target.kind} but y_prob has a single column`,
      'pass one column per class for more than two classes',
    );
  }
  checkRange(oneColumn(probabilities));
  const positive = target.classes.indexOf(positiveOf(target, options.posLabel));
  const distances = probabilities.map((probability, row) => {
    const truth = Number(target.codes[row] === positive);
    return square(1 - truth - (1 - probability)) + square(truth - probability);
  });
  return weightedMean(distances, options) * 0.5;
}

/** As `positiveLabel`, but the greater of two numbers that are not 0 and 1 or −1 and 1. */
function positiveOf(target: Target, posLabel: Label | undefined): Label {
  const isNumeric = target.classes.every((label) => typeof label === 'number');
  const isInferred = posLabel === undefined && isNumeric && !hasUsualLabels(target.classes);
  if (isInferred) return target.classes.at(-1)!;
  return positiveLabel(target.classes, posLabel);
}

function ofClasses(yTrue: Labels, yProb: Scores, options: ProbabilityOptions): number {
  const { codes, probabilities } = checkClassProbabilities(yTrue, yProb, options);
  const { data, nCols } = probabilities;
  const distances = Float64Array.from(codes, (code, row) => {
    const differenceAt = (column: number) => Number(column === code) - data[row * nCols + column]!;
    return pairwiseSum(Array.from({ length: nCols }, (_, column) => square(differenceAt(column))));
  });
  return weightedMean(distances, options) * (nCols < 3 ? 0.5 : 1);
}

function square(x: number): number {
  return x * x;
}
