import type { Labels } from '../training/estimator.ts';
import {
  averageCountRatio,
  type CountRatio,
  type EachClassOptions,
  type PerClassOptions,
} from './precision-recall-fscore.ts';

const precision: CountRatio = {
  name: 'precision',
  numerator: (each) => each.truePositives,
  denominator: (each) => each.predicted,
};

/**
 * Precision, the share of the rows predicted as the class that are of it: TP / (TP + FP). Labels may be
 * numbers, booleans or strings (then `posLabel` or another `average` is needed). Mirrors scikit-learn 1.7.2,
 * its errors and warnings included.
 */
export function precisionScore(yTrue: Labels, yPred: Labels, options: EachClassOptions): number[];
export function precisionScore(yTrue: Labels, yPred: Labels, options?: PerClassOptions): number;
export function precisionScore(
  yTrue: Labels,
  yPred: Labels,
  options: PerClassOptions = {},
): number | number[] {
  return averageCountRatio(precision, { yTrue, yPred }, options);
}
