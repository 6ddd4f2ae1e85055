import type { Matrix } from '../../numeric/matrix.ts';

/** Weights of the columns, and an intercept, for each of a model's outputs. */
export interface LinearWeights {
  /** One row per output, one column per feature. */
  readonly coef: Matrix;
  /** One per output. */
  readonly intercept: Float64Array;
}

/** The weighted sum of each row's features plus intercept: one row per row, one column per output. */
export function linearScores(features: Matrix, { coef, intercept }: LinearWeights): Matrix {
  const { data, nRows, nCols } = features;
  const nOutputs = coef.nRows;
  const scores = new Float64Array(nRows * nOutputs);
  for (let row = 0; row < nRows; row++) {
    for (let output = 0; output < nOutputs; output++) {
      let sum = 0;
      for (let column = 0; column < nCols; column++) {
        sum += data[row * nCols + column]! * coef.data[output * nCols + column]!;
      }
      scores[row * nOutputs + output] = sum + intercept[output]!;
    }
  }
  return { data: scores, nRows, nCols: nOutputs };
}
