import { log } from '../numeric/log.ts';
import type { Labels } from '../training/estimator.ts';
import { checkClassProbabilities, type ProbabilityOptions } from './class-probabilities.ts';
import type { Scores } from './metric-options.ts';
import { weightedMean } from './weighted-mean.ts';

const SMALLEST = Number.EPSILON;

/**
 * The mean of −ln of the probability given to the true class, clipped to 2^−52 from 0 and 1. `yProb` holds
 * the probability of the greater of two classes, or a column per class. Mirrors scikit-learn 1.7.2 up to the
 * last bit of the logarithm.
 */
export function logLoss(yTrue: Labels, yProb: Scores, options: ProbabilityOptions = {}): number {
  const { codes, probabilities } = checkClassProbabilities(yTrue, yProb, options);
  const losses = Float64Array.from(codes, (code, row) => {
    const probability = probabilities.data[row * probabilities.nCols + code]!;
    return -log(Math.min(Math.max(probability, SMALLEST), 1 - SMALLEST));
  });
  return weightedMean(losses, options);
}
