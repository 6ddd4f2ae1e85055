import type { Labels } from '../training/estimator.ts';
import {
  averageCountRatio,
  type CountRatio,
  type EachClassOptions,
  type PerClassOptions,
} from './precision-recall-fscore.ts';

const recall: CountRatio = {
  name: 'recall',
  numerator: (each) => each.truePositives,
  denominator: (each) => each.actual,
};

/**
 * Recall, the share of the rows of the class that are predicted as it: TP / (TP + FN). Labels may be numbers,
 * booleans or strings (then `posLabel` or another `average` is needed). Mirrors scikit-learn 1.7.2, its
 * errors and warnings included.
 */
export function recallScore(yTrue: Labels, yPred: Labels, options: EachClassOptions): number[];
export function recallScore(yTrue: Labels, yPred: Labels, options?: PerClassOptions): number;
export function recallScore(yTrue: Labels, yPred: Labels, options: PerClassOptions = {}): number | number[] {
  return averageCountRatio(recall, { yTrue, yPred }, options);
}
