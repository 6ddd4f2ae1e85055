import { dot, type Objective } from '../../numeric/lbfgs/objective.ts';
import { pairwiseSum } from '../../numeric/pairwise-sum.ts';
import { type LinearWeights, linearScores } from './linear-scores.ts';
import { type TrainingRows, totalWeight } from './training-rows.ts';

/** The loss of one row given its scores; writes the derivative by each score into `gradient`. */
export type RowLoss = (scores: Float64Array, code: number, gradient: Float64Array) => number;

export interface LinearModelShape {
  /** Columns of scores: 1 for two classes, else one per class. */
  readonly nOutputs: number;
  readonly fitIntercept: boolean;
}

/**
 * The weighted mean of the rows' losses plus `strength` / 2 times the squared coefficients (not the intercepts), as a function
 * of all weights in one vector: per output its coefficients, then its intercept. Sums like scikit-learn 1.7.2.
 */
export function penalizedLoss(
  rows: TrainingRows,
  rowLoss: RowLoss,
  model: LinearModelShape & { readonly strength: number },
): Objective {
  const { data, nRows, nCols } = rows.matrix;
  const { nOutputs, fitIntercept, strength } = model;
  const total = totalWeight(rows);
  const losses = new Float64Array(nRows);
  const byOutput = Array.from({ length: nOutputs }, () => new Float64Array(nRows));
  const rowGradient = new Float64Array(nOutputs);
  return (point) => {
    const { coef, intercept } = unpackWeights(point, nCols, model);
    const scores = linearScores(rows.matrix, { coef, intercept }).data as Float64Array;
    for (let row = 0; row < nRows; row++) {
      const weight = rows.weights?.[row] ?? 1;
      const ownScores = scores.subarray(row * nOutputs, (row + 1) * nOutputs);
      losses[row] = weight * rowLoss(ownScores, rows.codes[row]!, rowGradient);
      for (let output = 0; output < nOutputs; output++) {
        byOutput[output]![row] = (weight * rowGradient[output]!) / total;
      }
    }
    const gradient = new Float64Array(point.length);
    const stride = nCols + Number(fitIntercept);
    byOutput.forEach((slopes, output) => {
      const own = gradient.subarray(output * stride, (output + 1) * stride);
      for (let row = 0; row < nRows; row++) {
        for (let column = 0; column < nCols; column++)
          own[column]! += slopes[row]! * data[row * nCols + column]!;
      }
      for (let column = 0; column < nCols; column++)
        own[column]! += strength * coef.data[output * nCols + column]!;
      if (fitIntercept) own[nCols] = pairwiseSum(slopes);
    });
    const squares = dot(coef.data as Float64Array, coef.data as Float64Array);
    return { value: pairwiseSum(losses) / total + 0.5 * strength * squares, gradient };
  };
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
