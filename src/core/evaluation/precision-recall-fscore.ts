import { quote, ValueError } from '../errors.ts';
import { pairwiseSum } from '../numeric/pairwise-sum.ts';
import { checkOneOf } from '../training/check-params.ts';
import type { Label, Labels } from '../training/estimator.ts';
import { checkLengths } from './check-lengths.ts';
import type { Average, PositiveOptions } from './metric-options.ts';
import { type TargetPair, toTargetLabel, toTargetPair } from './target.ts';
import { weightedMean } from './weighted-mean.ts';

/** Options of `precisionScore`, `recallScore` and `f1Score`. */
export interface PerClassOptions extends PositiveOptions {
  /** 'binary' (the default) looks at `posLabel` only. */
  readonly average?: Average | undefined;
  /** The value of 0/0; 'warn' (the default) is 0 with a warning. */
  readonly zeroDivision?: 'warn' | 0 | 1 | typeof Number.NaN | undefined;
}

/** The same, where one value per class is asked for. */
export interface EachClassOptions extends PerClassOptions {
  readonly average: null;
}

/** Weights of the rows of one class, or of several added up. */
export interface ClassCounts {
  readonly truePositives: number;
  /** Rows predicted as the class. */
  readonly predicted: number;
  /** Rows that are of the class. */
  readonly actual: number;
}

/** A quotient of counts that is undefined where its denominator is 0. */
export interface CountRatio {
  /** What warnings call it. */
  readonly name: string;
  readonly numerator: (counts: ClassCounts) => number;
  readonly denominator: (counts: ClassCounts) => number;
}

/**
 * Precision, recall or F1, by class and averaged as `options` say, with scikit-learn 1.7.2's bits: each is
 * one division of sums (the rule since 1.3), 0/0 is `zeroDivision`, and NaN is left out of
 * averages.
 */
export function averageCountRatio(
  ratio: CountRatio,
  labels: { readonly yTrue: Labels; readonly yPred: Labels },
  options: PerClassOptions,
): number | number[] {
  const { yTrue, yPred } = labels;
  const { average = 'binary', sampleWeight } = options;
  checkOneOf('average', average, ['binary', 'macro', 'micro', 'weighted', null]);
  checkOneOf('zeroDivision', options.zeroDivision, ['warn', 0, 1, Number.NaN]);
  checkLengths(yTrue, yPred, sampleWeight);
  const pair = toTargetPair(yTrue, yPred);
  const counts = countsOf(pair, average, options);
  const { zeroDivision = 'warn', onWarning } = options;
  const whenUndefined = zeroDivision === 'warn' ? 0 : zeroDivision;
  const values = counts.map((each) => {
    const denominator = ratio.denominator(each);
    return denominator === 0 ? whenUndefined : ratio.numerator(each) / denominator;
  });
  if (zeroDivision === 'warn' && counts.some((each) => ratio.denominator(each) === 0)) {
    onWarning?.(`${ratio.name} is 0/0 and set to 0; choose another value with zeroDivision`);
  }
  if (average === null) return values;
  return meanOfDefined(values, average === 'weighted' ? counts.map((each) => each.actual) : undefined);
}

function countsOf(pair: TargetPair, average: Average, options: PerClassOptions): ClassCounts[] {
  const posLabel = toTargetLabel(options.posLabel ?? 1);
  if (average === 'binary') {
    checkPositive(pair, posLabel);
    return [countClass(pair, pair.classes.indexOf(posLabel), options)];
  }
  if (posLabel !== 1)
    options.onWarning?.(`posLabel ${quote(posLabel)} is ignored with average ${quote(average)}`);
  const counts = pair.classes.map((_, code) => countClass(pair, code, options));
  if (average !== 'micro') return counts;
  const sum = (of: keyof ClassCounts) => pairwiseSum(counts.map((each) => each[of]));
  return [{ truePositives: sum('truePositives'), predicted: sum('predicted'), actual: sum('actual') }];
}

function checkPositive(pair: TargetPair, posLabel: Label): void {
  if (pair.kind === 'multiclass') {
    throw new ValueError(
      `Target is multiclass but average='binary': labels ${quote(pair.classes)}`,
      "choose another average: 'micro', 'macro', 'weighted' or null",
    );
  }
  if (pair.classes.length === 2 && !pair.classes.includes(posLabel)) {
    throw new ValueError(
      `posLabel=${quote(posLabel)} is not a valid label`,
      `it should be one of ${quote(pair.classes)}`,
    );
  }
}

/**
 * Sums in row order. Predicted and actual go through the difference, as scikit-learn's confusion matrix does.
 */
function countClass(pair: TargetPair, code: number, options: PerClassOptions): ClassCounts {
  const { trueCodes, predictedCodes } = pair;
  let both = 0;
  let predicted = 0;
  let actual = 0;
  for (let row = 0; row < trueCodes.length; row++) {
    const weight = options.sampleWeight?.[row] ?? 1;
    if (predictedCodes[row] === code) predicted += weight;
    if (trueCodes[row] !== code) continue;
    actual += weight;
    if (predictedCodes[row] === code) both += weight;
  }
  return { truePositives: both, predicted: both + (predicted - both), actual: both + (actual - both) };
}

function meanOfDefined(values: readonly number[], weights: readonly number[] | undefined): number {
  const isDefined = values.map((value) => !Number.isNaN(value));
  const defined = Float64Array.from(values.filter((_, i) => isDefined[i]));
  const sampleWeight = weights?.filter((_, i) => isDefined[i]);
  if (defined.length === 0) return Number.NaN;
  const hasWeight = sampleWeight !== undefined && pairwiseSum(sampleWeight) !== 0;
  return weightedMean(defined, hasWeight ? { sampleWeight } : {});
}
