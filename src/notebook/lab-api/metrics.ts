import { checkOptions } from '../../core/check-options.ts';
import { quote, TypeMismatchError } from '../../core/errors.ts';
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
import type { Label, Labels } from '../../core/training/estimator.ts';
import { type AcceptedVector, checkMatrix, toFeatures, toNumbers, toVector } from './accepted.ts';

/** Scores as a cell may give them: one value per row in any form, or class probabilities. */
export type AcceptedScores = AcceptedVector | Matrix | readonly ArrayLike<number>[];

/** Told what scikit-learn would print as a warning. */
export type Warn = (message: string) => void;

/** scikit-learn's metrics by name, over labels and scores in any accepted form; each is documented in core. */
export function createMetrics(warn: Warn) {
  return {
    accuracyScore: overLabels(accuracyScore, { caller: 'accuracyScore', names: [], warn }),
    precisionScore: overLabels(precisionScore, { caller: 'precisionScore', names: ONE_AGAINST_REST, warn }),
    recallScore: overLabels(recallScore, { caller: 'recallScore', names: ONE_AGAINST_REST, warn }),
    f1Score: overLabels(f1Score, { caller: 'f1Score', names: ONE_AGAINST_REST, warn }),
    confusionMatrix: overLabels(confusionMatrix, {
      caller: 'confusionMatrix',
      names: ['labels', 'normalize'],
      warn,
    }),
    rocAucScore: overScores(rocAucScore, { caller: 'rocAucScore', names: ['multiClass', 'average'], warn }),
    logLoss: overScores(logLoss, { caller: 'logLoss', names: ['labels'], warn }),
    brierScoreLoss: overScores(brierScoreLoss, {
      caller: 'brierScoreLoss',
      names: ['posLabel', 'labels'],
      warn,
    }),
    averagePrecisionScore: overScores(averagePrecisionScore, {
      caller: 'averagePrecisionScore',
      names: ['average', 'posLabel'],
      warn,
    }),
    rocCurve: overScores(rocCurve, { caller: 'rocCurve', names: ['posLabel', 'dropIntermediate'], warn }),
    precisionRecallCurve: overScores(precisionRecallCurve, {
      caller: 'precisionRecallCurve',
      names: ['posLabel', 'dropIntermediate'],
      warn,
    }),
    calibrationCurve: (yTrue: AcceptedVector, yProb: AcceptedVector, options?: CalibrationOptions) => {
      checkOptions('calibrationCurve', options, { optional: ['nBins', 'strategy', 'posLabel'] });
      const given = { ...options, posLabel: options?.posLabel ?? undefined };
      return calibrationCurve(toVector(yTrue, 'yTrue'), toNumbers(yProb, 'yProb'), given);
    },
    bootstrapInterval: (
      metric: (yTrue: Labels, yOther: Labels) => number,
      yTrue: AcceptedVector,
      yOther: AcceptedVector,
      options?: BootstrapOptions,
    ) => {
      checkOptions('bootstrapInterval', options, { optional: ['nResamples', 'randomState', 'confidence'] });
      if (typeof metric === 'function')
        return bootstrapInterval(metric, toVector(yTrue, 'yTrue'), toVector(yOther, 'yPredOrScore'), options);
      throw new TypeMismatchError(
        `the metric is ${quote(metric)}`,
        'give the function itself: bootstrapInterval(rocAucScore, y, p)',
      );
    },
  };
}

const NONE_BY_NULL = ['sampleWeight', 'labels', 'posLabel'];
const ONE_AGAINST_REST = ['posLabel', 'average', 'zeroDivision'];

type AcceptedOptions<O> = Omit<O, 'sampleWeight'> & { readonly sampleWeight?: AcceptedVector };

/** A metric as its caller sees it: its name, which a build may shorten, and what it takes besides weights. */
interface MetricMethod {
  readonly caller: string;
  readonly names: readonly string[];
  readonly warn: Warn;
}

interface VectorOptions {
  readonly sampleWeight?: AcceptedVector;
  readonly labels?: AcceptedVector;
}

interface WarnOption {
  readonly onWarning?: Warn | null;
}

function overLabels<O extends object, R>(
  metric: (yTrue: Labels, yPred: Labels, options?: O) => R,
  method: MetricMethod,
): (yTrue: AcceptedVector, yPred: AcceptedVector, options?: AcceptedOptions<O>) => R {
  return (yTrue, yPred, options) =>
    metric(toVector(yTrue, 'yTrue'), toVector(yPred, 'yPred'), readOptions<O>(options, method));
}

function overScores<O extends object, R>(
  metric: (yTrue: Labels, yScore: Scores, options?: O) => R,
  method: MetricMethod,
): (yTrue: AcceptedVector, yScore: AcceptedScores, options?: AcceptedOptions<O>) => R {
  return (yTrue, yScore, options) =>
    metric(toVector(yTrue, 'yTrue'), toScores(yScore), readOptions<O>(options, method));
}

function toScores(scores: AcceptedScores): Scores {
  const features = isRowOfNumbers(scores) ? toFeatures(scores) : scores;
  return isMatrix(features) ? checkMatrix(features) : toNumbers(features as AcceptedVector, 'yScore');
}

function isRowOfNumbers(scores: AcceptedScores): scores is readonly number[][] {
  return Array.isArray(scores) && (Array.isArray(scores[0]) || ArrayBuffer.isView(scores[0]));
}

function readOptions<O extends object>(
  options: AcceptedOptions<O> | undefined,
  { caller, names, warn }: MetricMethod,
): O {
  const given: object = checkOptions(caller, options, {
    optional: [...names, 'sampleWeight', 'onWarning'],
  });
  const onWarning = (given as WarnOption).onWarning ?? warn;
  if (typeof onWarning !== 'function') {
    throw new TypeMismatchError(`onWarning is ${quote(onWarning)}`, 'give a function that takes the message');
  }
  const { sampleWeight, labels, ...rest } = withoutNulls(given);
  return {
    ...rest,
    onWarning,
    ...(sampleWeight !== undefined && { sampleWeight: toNumbers(sampleWeight, 'sampleWeight') }),
    ...(labels !== undefined && { labels: Array.from(toVector(labels, 'labels')) }),
  } as unknown as O;
}

/** Without the options of which null says, as Python's None does, that they are not given. */
function withoutNulls(options: VectorOptions & { readonly posLabel?: Label | null }): VectorOptions {
  const isGiven = ([name, value]: [string, unknown]) => value !== null || !NONE_BY_NULL.includes(name);
  return Object.fromEntries(Object.entries(options).filter(isGiven));
}
