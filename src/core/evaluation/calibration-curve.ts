import { quote, ValueError } from '../errors.ts';
import { quantileOfSorted } from '../numeric/quantile.ts';
import { checkOneOf, checkParam } from '../training/check-params.ts';
import { sortedClasses } from '../training/encode-labels.ts';
import type { Label, Labels } from '../training/estimator.ts';
import { checkLengths } from './check-lengths.ts';
import { positiveLabel } from './positive-label.ts';
import { toNumbers } from './scores.ts';
import { toTargetLabel } from './target.ts';

export interface CalibrationOptions {
  /** Number of bins between 0 and 1; 5 by default. */
  readonly nBins?: number | undefined;
  /** Bins of equal width ('uniform', the default) or of equally many rows ('quantile'). */
  readonly strategy?: 'uniform' | 'quantile' | undefined;
  readonly posLabel?: Label | undefined;
}

export interface CalibrationCurve {
  /** Share of positive rows in each bin that is not empty. */
  readonly probTrue: Float64Array;
  /** Mean predicted probability in each such bin. */
  readonly probPred: Float64Array;
}

/**
 * How often rows are positive, by predicted probability: equal columns mean a calibrated model. Mirrors
 * scikit-learn 1.7.2 to the bit. A value on the edge of two bins belongs to the lower one. O(n log n).
 */
export function calibrationCurve(
  yTrue: Labels,
  yProb: ArrayLike<number>,
  options: CalibrationOptions = {},
): CalibrationCurve {
  const { nBins = 5, strategy = 'uniform' } = options;
  checkParam(Number.isInteger(nBins) && nBins >= 1, {
    name: 'nBins',
    value: nBins,
    expected: 'a whole number from 1 on',
  });
  checkOneOf('strategy', strategy, ['uniform', 'quantile']);
  const probabilities = toNumbers(yProb);
  checkLengths(yTrue, probabilities);
  const labels = Array.from(yTrue, toTargetLabel);
  const classes = sortedClasses(labels, 'y_true');
  const positive = positiveLabel(classes, options.posLabel);
  checkBinary(classes);
  const outside = probabilities.find((value) => value < 0 || value > 1);
  if (outside !== undefined) {
    throw new ValueError(`y_prob has ${outside}, outside [0, 1]`, 'pass probabilities of the positive class');
  }
  const inner = innerEdges(probabilities, nBins, strategy);
  return meansByBin(
    probabilities,
    labels.map((label) => Number(label === positive)),
    inner,
  );
}

function checkBinary(classes: readonly Label[]): void {
  if (classes.length <= 2) return;
  throw new ValueError(
    `only binary classification is supported, found labels ${quote(classes)}`,
    'look at one class against the rest: y.map((label) => Number(label === theClass))',
  );
}

function innerEdges(
  probabilities: Float64Array,
  nBins: number,
  strategy: 'uniform' | 'quantile',
): Float64Array {
  const edges = Float64Array.from({ length: nBins - 1 }, (_, i) => (i + 1) * (1 / nBins));
  if (strategy === 'uniform') return edges;
  const sorted = probabilities.slice().sort();
  if (Number.isNaN(sorted.at(-1))) return edges.fill(Number.NaN);
  return edges.map((edge) => quantileOfSorted(sorted, (edge * 100) / 100));
}

function meansByBin(
  probabilities: Float64Array,
  isPositive: readonly number[],
  inner: Float64Array,
): CalibrationCurve {
  const rows = new Float64Array(inner.length + 1);
  const positives = new Float64Array(inner.length + 1);
  const sums = new Float64Array(inner.length + 1);
  probabilities.forEach((probability, row) => {
    const edge = inner.findIndex((value) => !isLess(value, probability));
    const bin = edge < 0 ? inner.length : edge;
    rows[bin]! += 1;
    positives[bin]! += isPositive[row]!;
    sums[bin]! += probability;
  });
  const overRows = (values: Float64Array) =>
    values.map((value, bin) => value / rows[bin]!).filter((_, bin) => rows[bin] !== 0);
  return { probTrue: overRows(positives), probPred: overRows(sums) };
}

/** numpy's order of floats: NaN is the greatest. */
function isLess(a: number, b: number): boolean {
  return a < b || (Number.isNaN(b) && !Number.isNaN(a));
}
