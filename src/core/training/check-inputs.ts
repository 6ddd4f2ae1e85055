import { quote, ValueError } from '../errors.ts';
import { type Features, type Matrix, toMatrix } from '../numeric/matrix.ts';
import { isTable } from '../table/table.ts';
import { type EncodedLabels, encodeLabels } from './encode-labels.ts';
import type { Labels } from './estimator.ts';
import { checkFeatureNames } from './transformers/seen-features.ts';

/** Training rows that passed the checks: the matrix, and the labels as codes of the sorted classes. */
export interface CheckedXy extends EncodedLabels {
  readonly matrix: Matrix;
  /** The columns of a table in order, null for a matrix: scikit-learn's `feature_names_in_`. */
  readonly featureNames: readonly string[] | null;
}

/** The columns that a fitted classifier expects. */
export interface ExpectedFeatures {
  readonly nFeatures: number;
  readonly featureNames: readonly string[] | null;
}

/**
 * What every classifier asks of X and y before it learns, in scikit-learn's order: X not empty, numeric and
 * finite; y finite, discrete, of one type, and as long as X has rows. Throws `ValueError` or `TypeError`. The
 * number of classes is the estimator's own matter.
 */
export function checkXy(features: Features, labels: Labels): CheckedXy {
  const matrix = checkX(features);
  if (labels.length !== matrix.nRows) {
    throw new ValueError(
      `Found input variables with inconsistent numbers of samples: [${matrix.nRows}, ${labels.length}]`,
      'X and y need one row per sample, in the same order',
    );
  }
  const encoded = encodeLabels(labels);
  const fraction = encoded.classes.find((label) => typeof label === 'number' && !Number.isInteger(label));
  if (fraction !== undefined) {
    throw new ValueError(
      `Unknown label type: continuous, found ${quote(fraction)}`,
      'a classifier learns discrete classes; this y looks like the target of a regression',
    );
  }
  const featureNames = isTable(features) ? [...features.columns.keys()] : null;
  return { matrix, featureNames, ...encoded };
}

/**
 * X alone, as `fit` and `predict` need it: at least one row and column, no NaN, no infinity, and the `expected`
 * columns where those are given, by name and order too where both sides have names. Throws `ValueError`.
 */
export function checkX(features: Features, expected?: ExpectedFeatures): Matrix {
  if (expected?.featureNames && isTable(features)) {
    checkFeatureNames([...features.columns.keys()], expected.featureNames);
  }
  const matrix = toMatrix(features);
  const { nRows, nCols } = matrix;
  if (nRows === 0 || nCols === 0) {
    throw new ValueError(
      `Found array with 0 ${nRows === 0 ? 'sample(s)' : 'feature(s)'} (shape=(${nRows}, ${nCols}))`,
      'X needs at least one row and one column',
    );
  }
  const position = matrix.data.findIndex((value: number) => !Number.isFinite(value));
  if (position >= 0) throw notFinite(features, matrix, position);
  if (expected !== undefined && nCols !== expected.nFeatures) {
    throw new ValueError(
      `X has ${nCols} features, but the model was fitted with ${expected.nFeatures}`,
      'pass the same columns, in the same order, as in fit',
    );
  }
  return matrix;
}

function notFinite(features: Features, matrix: Matrix, position: number): ValueError {
  const row = Math.floor(position / matrix.nCols);
  const column = position % matrix.nCols;
  const name = isTable(features) ? quote([...features.columns.keys()][column]) : column;
  const place = `(first at row ${row}, column ${name})`;
  return Number.isNaN(matrix.data[position])
    ? new ValueError(
        `Input X contains NaN ${place}`,
        'fill missing values first, for example with SimpleImputer in a Pipeline',
      )
    : new ValueError(
        `Input X contains infinity ${place}`,
        'replace infinite values, or drop their rows, before fit and predict',
      );
}
