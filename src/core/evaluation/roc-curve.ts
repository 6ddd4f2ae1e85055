import type { Labels } from '../training/estimator.ts';
import type { PositiveOptions, Scores } from './metric-options.ts';
import { countByThreshold, type ThresholdCounts } from './threshold-counts.ts';

export interface RocCurve {
  /** Share of the other rows at or above the threshold, from 0 to 1. */
  readonly fpr: Float64Array;
  /** Share of the positive rows at or above the threshold, from 0 to 1. */
  readonly tpr: Float64Array;
  /** Distinct scores, descending; the first is infinity, where nothing is predicted positive. */
  readonly thresholds: Float64Array;
}

export interface RocCurveOptions extends PositiveOptions {
  /** Leave out points on a straight line between their neighbours. On by default. */
  readonly dropIntermediate?: boolean | undefined;
}

/**
 * The ROC curve, with scikit-learn 1.7.2's bits. A side without rows is NaN, with a warning. O(n log n).
 */
export function rocCurve(yTrue: Labels, yScore: Scores, options: RocCurveOptions = {}): RocCurve {
  const all = countByThreshold(yTrue, yScore, options);
  const isKept = options.dropIntermediate === false ? () => true : isCorner(all);
  const { falsePositives, truePositives, thresholds } = all;
  const kept = (values: Float64Array) => values.filter((_, i) => isKept(i));
  return {
    fpr: shareOfLast(kept(falsePositives), () =>
      options.onWarning?.('no negative rows in y_true: fpr is NaN'),
    ),
    tpr: shareOfLast(kept(truePositives), () =>
      options.onWarning?.('no positive rows in y_true: tpr is NaN'),
    ),
    thresholds: withInfinityFirst(kept(thresholds)),
  };
}

/** Ends, and points where either count bends: its second difference is not 0. */
function isCorner({ falsePositives, truePositives }: ThresholdCounts): (i: number) => boolean {
  const last = falsePositives.length - 1;
  const bends = (v: Float64Array, i: number) => v[i + 1]! - v[i]! - (v[i]! - v[i - 1]!) !== 0;
  return (i) => i === 0 || i === last || bends(falsePositives, i) || bends(truePositives, i);
}

function shareOfLast(counts: Float64Array, warn: () => void): Float64Array {
  const shares = new Float64Array(counts.length + 1);
  const total = counts.at(-1)!;
  if (total <= 0) {
    warn();
    return shares.fill(Number.NaN);
  }
  counts.forEach((count, i) => {
    shares[i + 1] = count / total;
  });
  return shares;
}

function withInfinityFirst(thresholds: Float64Array): Float64Array {
  const result = new Float64Array(thresholds.length + 1).fill(Number.POSITIVE_INFINITY);
  result.set(thresholds, 1);
  return result;
}
