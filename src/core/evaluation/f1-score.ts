import type { Labels } from '../training/estimator.ts';
import {
  averageCountRatio,
  type CountRatio,
  type EachClassOptions,
  type PerClassOptions,
} from './precision-recall-fscore.ts';

const f1: CountRatio = {
  name: 'F1',
  numerator: (each) => 2 * each.truePositives,
  denominator: (each) => each.actual + each.predicted,
};

/**
 * F1, the harmonic mean of precision and recall: 2 TP / (2 TP + FP + FN). Labels may be numbers, booleans or
 * strings (then `posLabel` or another `average` is needed). Mirrors scikit-learn 1.7.2, its errors and
 * warnings included.
 */
export function f1Score(yTrue: Labels, yPred: Labels, options: EachClassOptions): number[];
export function f1Score(yTrue: Labels, yPred: Labels, options?: PerClassOptions): number;
export function f1Score(yTrue: Labels, yPred: Labels, options: PerClassOptions = {}): number | number[] {
  return averageCountRatio(f1, { yTrue, yPred }, options);
}
