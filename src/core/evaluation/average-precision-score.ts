import { quote, ValueError } from '../errors.ts';
import { pairwiseSum } from '../numeric/pairwise-sum.ts';
import { checkOneOf } from '../training/check-params.ts';
import type { Labels } from '../training/estimator.ts';
import type { PositiveOptions, Scores } from './metric-options.ts';
import { averageOneVsRest } from './one-vs-rest.ts';
import { precisionRecallCurve } from './precision-recall-curve.ts';
import { toScoreMatrix } from './scores.ts';
import { toTarget, toTargetLabel } from './target.ts';

export interface AveragePrecisionOptions extends PositiveOptions {
  /** For more than two classes; 'macro' by default. */
  readonly average?: 'macro' | 'weighted' | 'micro' | null | undefined;
}

/**
 * Average precision: the precision at each threshold, weighted by the recall gained there; not the
 * interpolated area. More than two classes need the matrix of `predictProba`. Mirrors scikit-learn 1.7.2 to
 * the bit. O(n log n).
 */
export function averagePrecisionScore(
  yTrue: Labels,
  yScore: Scores,
  options: AveragePrecisionOptions & { readonly average: null },
): number[] | number;
export function averagePrecisionScore(
  yTrue: Labels,
  yScore: Scores,
  options?: AveragePrecisionOptions,
): number;
export function averagePrecisionScore(
  yTrue: Labels,
  yScore: Scores,
  options: AveragePrecisionOptions = {},
): number | number[] {
  const { average = 'macro', sampleWeight, onWarning } = options;
  checkOneOf('average', average, ['macro', 'weighted', 'micro', null]);
  const target = toTarget(yTrue, 'y_true');
  const posLabel = toTargetLabel(options.posLabel ?? 1);
  if (target.kind === 'multiclass') {
    if (posLabel !== 1) {
      throw new ValueError(
        `posLabel ${quote(posLabel)} is given for ${target.classes.length} classes`,
        'leave posLabel out: every class is the positive one in turn',
      );
    }
    const scores = toScoreMatrix(yScore, target.codes.length);
    if (scores.nCols !== target.classes.length) {
      throw new ValueError(
        `y_true has ${target.classes.length} classes but yScore has ${scores.nCols} columns`,
        'y_true must hold every class that the model knows',
      );
    }
    return averageOneVsRest(binaryAveragePrecision, { target, scores }, { average, sampleWeight, onWarning });
  }
  if (target.classes.length === 2 && target.kind === 'binary' && !target.classes.includes(posLabel)) {
    throw new ValueError(
      `posLabel=${quote(posLabel)} is not a valid label`,
      `it should be one of ${quote(target.classes)}`,
    );
  }
  return binaryAveragePrecision(yTrue, yScore, { posLabel, sampleWeight, onWarning });
}

function binaryAveragePrecision(yTrue: Labels, yScore: Scores, options: PositiveOptions): number {
  const { precision, recall } = precisionRecallCurve(yTrue, yScore, { posLabel: 1, ...options });
  const gains = recall.subarray(1).map((value, i) => (value - recall[i]!) * precision[i]!);
  return Math.max(0, -pairwiseSum(gains));
}
