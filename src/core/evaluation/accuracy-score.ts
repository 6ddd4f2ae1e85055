import type { Labels } from '../training/estimator.ts';
import { checkLengths } from './check-lengths.ts';
import type { MetricOptions } from './metric-options.ts';
import { mixesTypes, toTarget, toTargetPair } from './target.ts';
import { weightedMean } from './weighted-mean.ts';

/**
 * The share of rows whose prediction is the label; with weights, their share of the weight. Mirrors
 * scikit-learn 1.7.2: NaN with a warning for no rows, 0 where strings are compared with numbers.
 */
export function accuracyScore(yTrue: Labels, yPred: Labels, options: MetricOptions = {}): number {
  checkLengths(yTrue, yPred, options.sampleWeight);
  if (mixesTypes(toTarget(yTrue, 'y_true'), toTarget(yPred, 'y_pred'))) {
    options.onWarning?.('one of y_true and y_pred holds strings, the other numbers: no label can match');
    return 0;
  }
  const { trueCodes, predictedCodes } = toTargetPair(yTrue, yPred);
  const hits = Float64Array.from(trueCodes, (code, row) => Number(code === predictedCodes[row]));
  return weightedMean(hits, options);
}
