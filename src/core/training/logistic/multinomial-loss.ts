import { exp } from '../../numeric/exp.ts';
import { log } from '../../numeric/log.ts';
import type { RowLoss } from './penalized-loss.ts';

/**
 * −ln of the probability of the true class and its derivatives by the scores, where probabilities are the
 * softmax.
 */
export const multinomialLoss: RowLoss = (scores, code, gradient) => {
  const { largest, sum } = softmax(scores, gradient);
  const loss = log(sum) + largest - scores[code]!;
  gradient[code]! -= 1;
  return loss;
};

/** Writes e^score divided by the sum over the classes; returns that sum, relative to the largest score. */
export function softmax(
  scores: ArrayLike<number>,
  probabilities: Float64Array,
): { largest: number; sum: number } {
  const largest = Math.max(...Array.from(scores));
  let sum = 0;
  for (let i = 0; i < scores.length; i++) {
    probabilities[i] = exp(scores[i]! - largest);
    sum += probabilities[i]!;
  }
  for (let i = 0; i < scores.length; i++) probabilities[i]! /= sum;
  return { largest, sum };
}
