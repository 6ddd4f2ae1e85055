import { accuracyScore } from '../../core/evaluation/accuracy-score.ts';
import { averagePrecisionScore } from '../../core/evaluation/average-precision-score.ts';
import { brierScoreLoss } from '../../core/evaluation/brier-score-loss.ts';
import { calibrationCurve } from '../../core/evaluation/calibration-curve.ts';
import { f1Score } from '../../core/evaluation/f1-score.ts';
import { logLoss } from '../../core/evaluation/log-loss.ts';
import { precisionRecallCurve } from '../../core/evaluation/precision-recall-curve.ts';
import { precisionScore } from '../../core/evaluation/precision-score.ts';
import { recallScore } from '../../core/evaluation/recall-score.ts';
import { rocAucScore } from '../../core/evaluation/roc-auc-score.ts';
import { rocCurve } from '../../core/evaluation/roc-curve.ts';
import type { Label } from '../../core/training/estimator.ts';

/** The test rows as a run keeps them: who left, and how probable the model held it. */
export interface TestScores {
  readonly labels: readonly number[];
  readonly scores: readonly number[];
}

/** The curves of a run's test rows, as plain lists. */
export interface Curves {
  readonly roc: { readonly fpr: readonly number[]; readonly tpr: readonly number[] };
  readonly precisionRecall: { readonly precision: readonly number[]; readonly recall: readonly number[] };
  readonly calibration: { readonly probTrue: readonly number[]; readonly probPred: readonly number[] };
}

/** The metrics that every run logs, by MLflow's custom of short names. The higher the better but for the two losses. */
export const METRICS = [
  'auc',
  'average_precision',
  'f1',
  'precision',
  'recall',
  'accuracy',
  'log_loss',
  'brier',
] as const;

/** Metrics of which less is better. */
export const LOSSES: readonly string[] = ['log_loss', 'brier', 'loss'];

/** All of `METRICS` on the test rows; those of predictions take the model's own, at probability one half. */
export function scoreTest(
  { labels, scores }: TestScores,
  predicted: readonly Label[],
): Record<(typeof METRICS)[number], number> {
  return {
    auc: rocAucScore(labels, scores),
    average_precision: averagePrecisionScore(labels, scores),
    f1: f1Score(labels, predicted),
    precision: precisionScore(labels, predicted),
    recall: recallScore(labels, predicted),
    accuracy: accuracyScore(labels, predicted),
    log_loss: logLoss(labels, scores),
    brier: brierScoreLoss(labels, scores),
  };
}

/** The curves of the test rows. The precision-recall curve leaves out points between two of the same recall. */
export function drawCurves({ labels, scores }: TestScores): Curves {
  const { fpr, tpr } = rocCurve(labels, scores);
  const { precision, recall } = precisionRecallCurve(labels, scores, { dropIntermediate: true });
  const { probTrue, probPred } = calibrationCurve(labels, scores, { nBins: 10, strategy: 'quantile' });
  return {
    roc: { fpr: [...fpr], tpr: [...tpr] },
    precisionRecall: { precision: [...precision], recall: [...recall] },
    calibration: { probTrue: [...probTrue], probPred: [...probPred] },
  };
}
