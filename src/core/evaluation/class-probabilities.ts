import { quote, ValueError } from '../errors.ts';
import { isMatrix, type Matrix } from '../numeric/matrix.ts';
import { encodeLabels } from '../training/encode-labels.ts';
import type { Label, Labels } from '../training/estimator.ts';
import { checkLengths } from './check-lengths.ts';
import type { MetricOptions, Scores } from './metric-options.ts';
import { checkFinite, toNumbers } from './scores.ts';
import { type Target, toTarget, toTargetLabel } from './target.ts';

export interface ProbabilityOptions extends MetricOptions {
  /** All classes, sorted, where y_true may lack some. */
  readonly labels?: readonly Label[] | undefined;
}

/** True classes, and a probability per row and class. */
export interface ClassProbabilities {
  /** The column of each row's true class. */
  readonly codes: Int32Array;
  readonly probabilities: Matrix;
}

/**
 * Checks what `logLoss` and `brierScoreLoss` get: probabilities between 0 and 1 for every class of y_true, or
 * of `labels`. A single column is taken as the probability of the greater of two classes. Throws
 * `ValueError`.
 */
export function checkClassProbabilities(
  yTrue: Labels,
  yProb: Scores,
  options: ProbabilityOptions,
): ClassProbabilities {
  const given = isMatrix(yProb) && yProb.nCols > 1 ? yProb : oneColumn(toNumbers(yProb));
  checkRange(given);
  checkLengths({ length: given.nRows }, yTrue, options.sampleWeight);
  const { classes, codes } = classesOf(toTarget(yTrue, 'y_true'), options);
  const probabilities = given.nCols === 1 ? withComplement(given) : given;
  warnUnlessSumsToOne(probabilities, options.onWarning);
  if (classes.length !== probabilities.nCols) {
    throw new ValueError(
      `y_true and y_prob contain different number of classes: ${classes.length} vs ${probabilities.nCols}`,
      `list all classes in labels; found ${quote(classes)}`,
    );
  }
  return { codes, probabilities };
}

/** Throws a `ValueError` for no rows, NaN, infinity and values outside 0 to 1. */
export function checkRange(probabilities: Matrix): void {
  const { data, nRows } = probabilities;
  if (nRows === 0) throw new ValueError('Found array with 0 sample(s)', 'pass at least one row');
  checkFinite(data);
  const outside = data.findIndex((value: number) => value < 0 || value > 1);
  if (outside < 0) return;
  throw new ValueError(
    `y_prob contains values ${data[outside]! > 1 ? 'greater than 1' : 'lower than 0'}: ${data[outside]}`,
    'pass probabilities, as predictProba gives them',
  );
}

/** A matrix of one column. */
export function oneColumn(data: Float64Array): Matrix {
  return { data, nRows: data.length, nCols: 1 };
}

function classesOf(
  target: Target,
  { labels, onWarning }: ProbabilityOptions,
): Pick<Target, 'classes' | 'codes'> {
  if (target.kind === 'continuous') {
    throw new ValueError('Unknown label type: continuous', 'y_true holds classes, not scores or numbers');
  }
  const { classes } = labels === undefined ? target : encodeLabels(labels.map(toTargetLabel), 'labels');
  if (classes.length < 2) {
    throw new ValueError(
      `${labels === undefined ? 'y_true contains' : 'labels contains'} only one label (${quote(classes[0])})`,
      'list all expected class labels in labels',
    );
  }
  const columns = target.classes.map((label) => classes.indexOf(label));
  const unknown = target.classes.find((_, code) => columns[code] === -1);
  if (unknown !== undefined) {
    throw new ValueError(
      `y_true contains ${quote(unknown)}, which is not in labels`,
      `labels: ${quote(classes)}`,
    );
  }
  if (labels?.map(toTargetLabel).some((label, column) => label !== classes[column])) {
    onWarning?.(
      `labels are ${quote(labels)}, but the columns of y_prob are taken to be in sorted order: ${quote(classes)}`,
    );
  }
  return { classes, codes: target.codes.map((code) => columns[code]!) };
}

function withComplement(single: Matrix): Matrix {
  const data = Float64Array.from({ length: 2 * single.nRows }, (_, cell) => {
    const probability = single.data[cell >> 1]!;
    return cell % 2 === 0 ? 1 - probability : probability;
  });
  return { data, nRows: single.nRows, nCols: 2 };
}

function warnUnlessSumsToOne({ data, nRows, nCols }: Matrix, onWarning: MetricOptions['onWarning']): void {
  for (let row = 0; row < nRows; row++) {
    let sum = 0;
    for (let column = 0; column < nCols; column++) sum += data[row * nCols + column]!;
    if (Math.abs(sum - 1) <= 1e-8 + Math.sqrt(Number.EPSILON)) continue;
    onWarning?.(`probabilities of row ${row} sum to ${sum}, not to 1`);
    return;
  }
}
