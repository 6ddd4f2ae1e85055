import type { Matrix } from '../../numeric/matrix.ts';
import { pairwiseSum } from '../../numeric/pairwise-sum.ts';

/** What a linear classifier learns from. */
export interface TrainingRows {
  readonly matrix: Matrix;
  /** Class of each row, from 0. */
  readonly codes: Int32Array;
  /** Weight of each row; null where every row counts 1. */
  readonly weights: Float64Array | null;
}

/** The sum of the weights, in numpy's order. */
export function totalWeight({ matrix, weights }: TrainingRows): number {
  return weights === null ? matrix.nRows : pairwiseSum(weights);
}
