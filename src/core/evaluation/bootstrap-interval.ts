import { ValueError } from '../errors.ts';
import { quantileOfSorted } from '../numeric/quantile.ts';
import { checkParam } from '../training/check-params.ts';
import type { Label, Labels } from '../training/estimator.ts';
import { MersenneTwister } from '../training/mersenne-twister.ts';
import { checkLengths } from './check-lengths.ts';

export interface BootstrapOptions {
  /** How many samples are drawn; 1000 by default. */
  readonly nResamples?: number | undefined;
  /** Seed of the draws, 0 by default: the same seed gives the same interval. */
  readonly randomState?: number | undefined;
  /** Share of the samples that the interval holds; 0.95 by default. */
  readonly confidence?: number | undefined;
}

export interface BootstrapInterval {
  /** The metric on the rows as they are. */
  readonly point: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Percentile bootstrap interval of a metric: rows are drawn with replacement (`RandomState.randint`), as many
 * as there are, and the middle `confidence` of the metric's values is the interval (`np.quantile`). Samples
 * where the metric is NaN, as AUC is when one class only was drawn, are left out; a `ValueError` when none is
 * left.
 */
export function bootstrapInterval<P extends Label>(
  metric: (yTrue: Labels, yPredOrScore: ArrayLike<P>) => number,
  yTrue: Labels,
  yPredOrScore: ArrayLike<P>,
  options: BootstrapOptions = {},
): BootstrapInterval {
  const { nResamples = 1000, randomState = 0, confidence = 0.95 } = options;
  checkLengths(yTrue, yPredOrScore);
  checkParam(Number.isInteger(nResamples) && nResamples >= 1, {
    name: 'nResamples',
    value: nResamples,
    expected: 'a whole number from 1 on',
  });
  checkParam(confidence > 0 && confidence < 1, {
    name: 'confidence',
    value: confidence,
    expected: 'a number between 0 and 1, for example 0.95',
  });
  const point = metric(yTrue, yPredOrScore);
  const random = new MersenneTwister(randomState);
  const values = new Float64Array(nResamples);
  for (let sample = 0; sample < nResamples; sample++) {
    const rows = Int32Array.from(yTrue, () => random.bounded(yTrue.length - 1));
    values[sample] = metric(
      Array.from(rows, (row) => yTrue[row]!),
      Array.from(rows, (row) => yPredOrScore[row]!),
    );
  }
  const defined = values.filter((value) => !Number.isNaN(value)).sort();
  if (defined.length === 0) {
    throw new ValueError(
      `the metric is undefined in all ${nResamples} samples`,
      'it needs rows of both classes, or another metric',
    );
  }
  const tail = (1 - confidence) / 2;
  return { point, low: quantileOfSorted(defined, tail), high: quantileOfSorted(defined, 1 - tail) };
}
