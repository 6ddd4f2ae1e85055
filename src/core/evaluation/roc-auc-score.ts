import { quote, ValueError } from '../errors.ts';
import { isMatrix, type Matrix } from '../numeric/matrix.ts';
import { checkOneOf } from '../training/check-params.ts';
import type { Labels } from '../training/estimator.ts';
import { areaUnderCurve } from './area-under-curve.ts';
import { checkLengths } from './check-lengths.ts';
import type { MetricOptions, Scores } from './metric-options.ts';
import { NotImplementedError } from './not-implemented-error.ts';
import { averageOneVsRest } from './one-vs-rest.ts';
import { rocCurve } from './roc-curve.ts';
import { columnOf, toScoreMatrix, toScores } from './scores.ts';
import { type Target, toTarget } from './target.ts';
import { weightedMean } from './weighted-mean.ts';

export interface RocAucOptions extends MetricOptions {
  /** For more than two classes: each against the rest, or each pair. Must be chosen. */
  readonly multiClass?: 'ovr' | 'ovo' | undefined;
  /** For more than two classes; 'macro' by default. */
  readonly average?: 'macro' | 'weighted' | 'micro' | null | undefined;
}

/**
 * The area under the ROC curve: the probability that a row of the greater class scores above one of the
 * other, ties half. More than two classes need the matrix of `predictProba` and `multiClass`. Mirrors
 * scikit-learn 1.7.2 to the bit: NaN with a warning where only one class is present. O(n log n).
 */
export function rocAucScore(
  yTrue: Labels,
  yScore: Scores,
  options: RocAucOptions & { readonly average: null },
): number[] | number;
export function rocAucScore(yTrue: Labels, yScore: Scores, options?: RocAucOptions): number;
export function rocAucScore(yTrue: Labels, yScore: Scores, options: RocAucOptions = {}): number | number[] {
  const target = toTarget(yTrue, 'y_true');
  if (target.codes.length === 0) {
    throw new ValueError('Found array with 0 sample(s)', 'a score needs at least one row of each class');
  }
  if (target.kind === 'continuous') {
    throw new ValueError('continuous format is not supported', 'y_true holds classes, not scores or numbers');
  }
  checkOneOf('multiClass', options.multiClass, ['ovr', 'ovo']);
  checkOneOf('average', options.average, ['macro', 'weighted', 'micro', null]);
  const hasManyColumns = isMatrix(yScore) && yScore.nCols > 2;
  if (target.kind === 'multiclass' || hasManyColumns) return multiClassRocAuc(target, yScore, options);
  const scores = toScores(yScore);
  return binaryRocAuc(target.codes, scores, options);
}

function binaryRocAuc(
  isPositive: ArrayLike<number>,
  scores: ArrayLike<number>,
  options: MetricOptions,
): number {
  const { sampleWeight, onWarning } = options;
  if (!isMixed(isPositive)) {
    onWarning?.('only one class is present in y_true: ROC AUC is not defined and returned as NaN');
    return Number.NaN;
  }
  const { fpr, tpr } = rocCurve(isPositive, scores, { sampleWeight, onWarning });
  return areaUnderCurve(fpr, tpr);
}

function isMixed(isPositive: ArrayLike<number>): boolean {
  for (let row = 1; row < isPositive.length; row++) if (isPositive[row] !== isPositive[0]) return true;
  return false;
}

function multiClassRocAuc(target: Target, yScore: Scores, options: RocAucOptions): number | number[] {
  const { multiClass, average = 'macro', sampleWeight, onWarning } = options;
  if (multiClass === undefined) {
    throw new ValueError(
      `y_true has ${target.classes.length} classes and multiClass is not given`,
      "multiClass must be 'ovr' (each class against the rest) or 'ovo' (each pair)",
    );
  }
  const scores = toScoreMatrix(yScore, target.codes.length);
  checkSums(scores);
  if (multiClass === 'ovo' && average === null) {
    throw new NotImplementedError(
      "average null is not implemented for multiClass 'ovo'",
      "use 'macro' or 'weighted', or multiClass 'ovr' for one area per class",
    );
  }
  checkColumns(scores, target);
  if (multiClass === 'ovr') {
    checkLengths(target.codes, sampleWeight);
    return averageOneVsRest(binaryRocAuc, { target, scores }, { average, sampleWeight, onWarning });
  }
  if (sampleWeight !== undefined) {
    throw new ValueError("sampleWeight is not supported with multiClass 'ovo'", "use multiClass 'ovr'");
  }
  if (average !== 'macro' && average !== 'weighted') {
    throw new ValueError(
      `average ${quote(average)} is not supported with multiClass 'ovo'`,
      "use 'macro' or 'weighted'",
    );
  }
  return averageOneVsOne(target, scores, { average, onWarning });
}

function checkSums({ nRows, nCols, data }: Matrix): void {
  for (let row = 0; row < nRows; row++) {
    let sum = 0;
    for (let column = 0; column < nCols; column++) sum += data[row * nCols + column]!;
    if (Math.abs(1 - sum) <= 1e-8 + 1e-5 * Math.abs(sum)) continue;
    throw new ValueError(
      `scores of row ${row} sum to ${sum}, not to 1`,
      'pass probabilities over the classes, as predictProba gives them',
    );
  }
}

function checkColumns({ nCols }: Matrix, target: Target): void {
  if (nCols !== target.classes.length) {
    throw new ValueError(
      `y_true has ${target.classes.length} classes but yScore has ${nCols} columns`,
      'y_true must hold every class that the model knows',
    );
  }
}

/** Hand and Till (2001): for each pair, the mean of the two areas, each class being positive once. */
function averageOneVsOne(
  target: Target,
  scores: Matrix,
  options: { readonly average: 'macro' | 'weighted'; readonly onWarning: MetricOptions['onWarning'] },
): number {
  const areas: number[] = [];
  const prevalence: number[] = [];
  const nClasses = target.classes.length;
  for (let a = 0; a < nClasses; a++) {
    for (let b = a + 1; b < nClasses; b++) {
      const isInPair = (_: number, row: number) => target.codes[row] === a || target.codes[row] === b;
      const codes = target.codes.filter(isInPair);
      const areaOf = (code: number) =>
        binaryRocAuc(
          codes.map((each) => Number(each === code)),
          columnOf(scores, code).filter(isInPair),
          options,
        );
      areas.push((areaOf(a) + areaOf(b)) / 2);
      prevalence.push(codes.length / target.codes.length);
    }
  }
  const weight = options.average === 'weighted' ? { sampleWeight: prevalence } : {};
  return weightedMean(Float64Array.from(areas), weight);
}
