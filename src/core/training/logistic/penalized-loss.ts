import { dot, type Objective } from '../../numeric/lbfgs/objective.ts';
import type { Matrix } from '../../numeric/matrix.ts';
import { pairwiseSum } from '../../numeric/pairwise-sum.ts';
import { type LinearWeights, linearScores } from './linear-scores.ts';
import { type TrainingRows, totalWeight } from './training-rows.ts';

/** The loss of one row given its scores; writes the derivative by each score into `gradient`. */
export type RowLoss = (scores: ArrayLike<number>, code: number, gradient: Float64Array) => number;

export interface LinearModelShape {
  /** Columns of scores: 1 for two classes, else one per class. */
  readonly nOutputs: number;
  readonly fitIntercept: boolean;
}

/**
 * The weighted mean of the rows' losses plus `strength` / 2 times the squared coefficients (not the
 * intercepts), as a function of all weights in one vector: per output its coefficients, then its intercept.
 * Sums like scikit-learn 1.7.2.
 */
export function penalizedLoss(
  rows: TrainingRows,
  rowLoss: RowLoss,
  model: LinearModelShape & { readonly strength: number },
): Objective {
  const { nRows, nCols } = rows.matrix;
  const { nOutputs, fitIntercept, strength } = model;
  const total = totalWeight(rows);
  const losses = new Float64Array(nRows);
  const rowGradient = new Float64Array(nOutputs);
  /** Per output the derivative of the mean loss by each row's score. */
  const slopes = Array.from({ length: nOutputs }, () => new Float64Array(nRows));
  return (point) => {
    const { coef, intercept } = unpackWeights(point, nCols, model);
    const scores = linearScores(rows.matrix, { coef, intercept });
    for (let row = 0; row < nRows; row++) {
      const weight = rows.weights?.[row] ?? 1;
      const ownScores = scores.data.subarray(row * nOutputs, (row + 1) * nOutputs);
      losses[row] = weight * rowLoss(ownScores, rows.codes[row]!, rowGradient);
      slopes.forEach((column, output) => {
        column[row] = (weight * rowGradient[output]!) / total;
      });
    }
    const gradient = slopes.map((column, output) => {
      const own = columnSums(rows.matrix, column, fitIntercept);
      for (let j = 0; j < nCols; j++) own[j]! += strength * coef.data[output * nCols + j]!;
      return own;
    });
    const value = pairwiseSum(losses) / total + 0.5 * strength * dot(coef.data, coef.data);
    return { value, gradient: Float64Array.from(gradient.flatMap((own) => [...own])) };
  };
}

/** The columns weighted by `slopes` and added up, and the sum of the slopes where there is an intercept. */
function columnSums(matrix: Matrix, slopes: Float64Array, fitIntercept: boolean): Float64Array {
  const { data, nRows, nCols } = matrix;
  const sums = new Float64Array(nCols + Number(fitIntercept));
  for (let row = 0; row < nRows; row++) {
    for (let j = 0; j < nCols; j++) sums[j]! += slopes[row]! * data[row * nCols + j]!;
  }
  if (fitIntercept) sums[nCols] = pairwiseSum(slopes);
  return sums;
}

/** The weights that `point` holds, copied. */
export function unpackWeights(point: Float64Array, nCols: number, model: LinearModelShape): LinearWeights {
  const { nOutputs, fitIntercept } = model;
  const stride = nCols + Number(fitIntercept);
  const data = new Float64Array(nOutputs * nCols);
  const intercept = new Float64Array(nOutputs);
  for (let output = 0; output < nOutputs; output++) {
    const own = point.subarray(output * stride, (output + 1) * stride);
    data.set(own.subarray(0, nCols), output * nCols);
    if (fitIntercept) intercept[output] = own[nCols]!;
  }
  return { coef: { data, nRows: nOutputs, nCols }, intercept };
}
