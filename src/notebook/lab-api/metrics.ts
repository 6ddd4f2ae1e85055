import { accuracyScore } from '../../core/evaluation/accuracy-score.ts';
import { averagePrecisionScore } from '../../core/evaluation/average-precision-score.ts';
import { type BootstrapOptions, bootstrapInterval } from '../../core/evaluation/bootstrap-interval.ts';
import { brierScoreLoss } from '../../core/evaluation/brier-score-loss.ts';
import { type CalibrationOptions, calibrationCurve } from '../../core/evaluation/calibration-curve.ts';
import { confusionMatrix } from '../../core/evaluation/confusion-matrix.ts';
import { f1Score } from '../../core/evaluation/f1-score.ts';
import { logLoss } from '../../core/evaluation/log-loss.ts';
import type { Scores } from '../../core/evaluation/metric-options.ts';
import { precisionRecallCurve } from '../../core/evaluation/precision-recall-curve.ts';
import { precisionScore } from '../../core/evaluation/precision-score.ts';
import { recallScore } from '../../core/evaluation/recall-score.ts';
import { rocAucScore } from '../../core/evaluation/roc-auc-score.ts';
import { rocCurve } from '../../core/evaluation/roc-curve.ts';
import { isMatrix, type Matrix } from '../../core/numeric/matrix.ts';
import type { Labels } from '../../core/training/estimator.ts';
import { type AcceptedVector, toFeatures, toNumbers, toVector } from './accepted.ts';

/** Scores as a cell may give them: one value per row in any form, or class probabilities. */
export type AcceptedScores = AcceptedVector | Matrix | readonly ArrayLike<number>[];

/** Told what scikit-learn would print as a warning. */
export type Warn = (message: string) => void;

/** scikit-learn's metrics by name, over labels and scores in any accepted form; each is documented in core. */
export function createMetrics(warn: Warn) {
  return {
    accuracyScore: overLabels(accuracyScore, warn),
    precisionScore: overLabels(precisionScore, warn),
    recallScore: overLabels(recallScore, warn),
    f1Score: overLabels(f1Score, warn),
    confusionMatrix: overLabels(confusionMatrix, warn),
    rocAucScore: overScores(rocAucScore, warn),
    logLoss: overScores(logLoss, warn),
    brierScoreLoss: overScores(brierScoreLoss, warn),
    averagePrecisionScore: overScores(averagePrecisionScore, warn),
    rocCurve: overScores(rocCurve, warn),
    precisionRecallCurve: overScores(precisionRecallCurve, warn),
    calibrationCurve: (yTrue: AcceptedVector, yProb: AcceptedVector, options?: CalibrationOptions) =>
      calibrationCurve(toVector(yTrue, 'yTrue'), toNumbers(yProb, 'yProb'), options),
    bootstrapInterval: (
      metric: (yTrue: Labels, yOther: Labels) => number,
      yTrue: AcceptedVector,
      yOther: AcceptedVector,
      options?: BootstrapOptions,
    ) => bootstrapInterval(metric, toVector(yTrue, 'yTrue'), toVector(yOther, 'yPredOrScore'), options),
  };
}

type AcceptedOptions<O> = Omit<O, 'sampleWeight'> & { readonly sampleWeight?: AcceptedVector };

function overLabels<O extends object, R>(
  metric: (yTrue: Labels, yPred: Labels, options?: O) => R,
  warn: Warn,
): (yTrue: AcceptedVector, yPred: AcceptedVector, options?: AcceptedOptions<O>) => R {
  return (yTrue, yPred, options) =>
    metric(toVector(yTrue, 'yTrue'), toVector(yPred, 'yPred'), toOptions<O>(options, warn));
}

function overScores<O extends object, R>(
  metric: (yTrue: Labels, yScore: Scores, options?: O) => R,
  warn: Warn,
): (yTrue: AcceptedVector, yScore: AcceptedScores, options?: AcceptedOptions<O>) => R {
  return (yTrue, yScore, options) =>
    metric(toVector(yTrue, 'yTrue'), toScores(yScore), toOptions<O>(options, warn));
}

function toScores(scores: AcceptedScores): Scores {
  const features = isRowOfNumbers(scores) ? toFeatures(scores) : scores;
  return isMatrix(features) ? features : toNumbers(features as AcceptedVector, 'yScore');
}

function isRowOfNumbers(scores: AcceptedScores): scores is readonly number[][] {
  return Array.isArray(scores) && (Array.isArray(scores[0]) || ArrayBuffer.isView(scores[0]));
}

function toOptions<O extends object>(options: AcceptedOptions<O> | undefined, warn: Warn): O {
  const { sampleWeight } = options ?? {};
  const weights = sampleWeight && { sampleWeight: toNumbers(sampleWeight, 'sampleWeight') };
  return { onWarning: warn, ...options, ...weights } as unknown as O;
}
