import type { Matrix } from '../numeric/matrix.ts';
import type { Label } from '../training/estimator.ts';

/** What every metric accepts last. */
export interface MetricOptions {
  /** One weight per row; every row counts 1 without it. */
  readonly sampleWeight?: ArrayLike<number> | undefined;
  /** Told where scikit-learn warns, e.g. with an `UndefinedMetricWarning`; the value is still returned. */
  readonly onWarning?: ((message: string) => void) | undefined;
}

/** Options of the metrics that look at one class against the rest. */
export interface PositiveOptions extends MetricOptions {
  /** The label that counts as positive; true is the same as 1. */
  readonly posLabel?: Label | undefined;
}

/** One score per row, or one probability per row and class. */
export type Scores = ArrayLike<number | boolean> | Matrix;

/**
 * How the values of several classes become one; null keeps one value per class, in the order of the classes.
 */
export type Average = 'binary' | 'macro' | 'micro' | 'weighted' | null;
