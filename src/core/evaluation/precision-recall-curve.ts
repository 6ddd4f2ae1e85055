import type { Labels } from '../training/estimator.ts';
import type { PositiveOptions, Scores } from './metric-options.ts';
import { countByThreshold, type ThresholdCounts } from './threshold-counts.ts';

export interface PrecisionRecallCurve {
  /** One per threshold, and a last 1. */
  readonly precision: Float64Array;
  /** One per threshold, and a last 0. */
  readonly recall: Float64Array;
  /** Distinct scores, ascending. */
  readonly thresholds: Float64Array;
}

export interface PrecisionRecallCurveOptions extends PositiveOptions {
  /** Leave out points between two others of the same recall. Off by default. */
  readonly dropIntermediate?: boolean | undefined;
}

/**
 * Precision and recall at each threshold, with scikit-learn 1.7.2's bits. Without positive rows recall is 1
 * everywhere, with a warning. O(n log n).
 */
export function precisionRecallCurve(
  yTrue: Labels,
  yScore: Scores,
  options: PrecisionRecallCurveOptions = {},
): PrecisionRecallCurve {
  const counts = countByThreshold(yTrue, yScore, options);
  const kept = options.dropIntermediate ? withoutVerticals(counts) : counts;
  const { truePositives, falsePositives, thresholds } = kept;
  const total = truePositives.at(-1)!;
  if (total === 0) options.onWarning?.('no positive rows in y_true: recall is 1 at every threshold');
  const precision = truePositives.map((count, i) => {
    const predicted = count + falsePositives[i]!;
    return predicted === 0 ? 0 : count / predicted;
  });
  const recall = truePositives.map((count) => (total === 0 ? 1 : count / total));
  return {
    precision: reversedWithLast(precision, 1),
    recall: reversedWithLast(recall, 0),
    thresholds: thresholds.slice().reverse(),
  };
}

function reversedWithLast(values: Float64Array, last: number): Float64Array {
  const result = new Float64Array(values.length + 1).fill(last);
  result.set(values.reverse());
  return result;
}

/** Keeps the first and the last point of each count of true positives. */
function withoutVerticals(counts: ThresholdCounts): ThresholdCounts {
  const { truePositives: tp } = counts;
  const isKept = (_: number, i: number) =>
    i === 0 || i === tp.length - 1 || tp[i] !== tp[i - 1] || tp[i + 1] !== tp[i];
  return {
    falsePositives: counts.falsePositives.filter(isKept),
    truePositives: tp.filter(isKept),
    thresholds: counts.thresholds.filter(isKept),
  };
}
