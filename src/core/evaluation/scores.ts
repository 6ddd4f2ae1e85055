import { quote, ValueError } from '../errors.ts';
import { isMatrix, type Matrix } from '../numeric/matrix.ts';
import type { Scores } from './metric-options.ts';

/**
 * One finite score per row, as numbers; a `ValueError` for NaN, infinity, text or a matrix of several
 * columns.
 */
export function toScores(scores: Scores): Float64Array {
  const values = toNumbers(scores);
  checkFinite(values);
  return values;
}

/**
 * One number per row, not copied where it can be helped; a `ValueError` for text or a matrix of several
 * columns.
 */
export function toNumbers(scores: Scores): Float64Array {
  if (isMatrix(scores)) {
    if (scores.nCols === 1) return Float64Array.from(scores.data);
    throw new ValueError(
      `y should be a 1d array, got an array of shape (${scores.nRows}, ${scores.nCols}) instead`,
      'pass the scores of the positive class, the last column of predictProba',
    );
  }
  if (scores instanceof Float64Array) return scores;
  const values = new Float64Array(scores.length);
  for (let row = 0; row < values.length; row++) values[row] = toNumber(scores[row]);
  return values;
}

/** Finite scores, one row per sample and one column per class; throws a `ValueError` for anything else. */
export function toScoreMatrix(scores: Scores, nRows: number): Matrix {
  if (!isMatrix(scores)) {
    throw new ValueError(
      `Expected 2D array, got 1D array of length ${scores.length} instead`,
      'more than two classes need one score per class: pass the whole matrix of predictProba',
    );
  }
  if (scores.nRows !== nRows) {
    throw new ValueError(
      `Found input variables with inconsistent numbers of samples: [${nRows}, ${scores.nRows}]`,
      'labels and scores need one row per sample, in the same order',
    );
  }
  checkFinite(scores.data);
  return scores;
}

/** Column `column` of a matrix. */
export function columnOf(matrix: Matrix, column: number): Float64Array {
  const { data, nRows, nCols } = matrix;
  return Float64Array.from({ length: nRows }, (_, row) => data[row * nCols + column]!);
}

/** Throws a `ValueError` at the first value that is NaN or infinite. */
export function checkFinite(values: ArrayLike<number>, name = ''): void {
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isFinite(value)) continue;
    throw new ValueError(
      `Input ${name}${name === '' ? '' : ' '}contains ${Number.isNaN(value) ? 'NaN' : 'infinity'} (position ${row})`,
      'leave out the rows without a finite value, and look for where it came from',
    );
  }
}

function toNumber(score: unknown): number {
  if (typeof score === 'string') {
    throw new ValueError(
      `could not convert string to float: ${quote(score)}`,
      'pass scores or probabilities here, not predicted labels',
    );
  }
  return score === null || score === undefined ? Number.NaN : Number(score);
}
