import { checkOptions } from '../../check-options.ts';
import { digestOfValue } from '../../digest.ts';
import { type Features, toMatrix } from '../../numeric/matrix.ts';
import { pairwiseSum } from '../../numeric/pairwise-sum.ts';
import { isTable } from '../../table/table.ts';
import type { EstimatorArtifact, Transformer } from '../estimator.ts';
import { NotFittedError } from '../not-fitted-error.ts';
import { answerLike } from './as-table.ts';
import { refuseInfinity } from './refuse-infinity.ts';
import { checkSeen, inputNames, type SeenFeatures, seeFeatures } from './seen-features.ts';

export interface StandardScalerOptions {
  /** Subtract the mean. Defaults to true. */
  readonly withMean?: boolean;
  /** Divide by the standard deviation. Defaults to true. */
  readonly withStd?: boolean;
}

interface Fitted {
  readonly seen: SeenFeatures;
  readonly nSamplesSeen: Float64Array;
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  readonly scale: Float64Array;
}

export interface StandardScalerArtifact extends EstimatorArtifact, Fitted {
  readonly kind: 'StandardScaler';
}

/**
 * Shifts every column to mean 0 and scales it to variance 1 (divisor n). Missing values are left out of the
 * statistics and stay missing; a column that is constant up to rounding is only shifted. Statistics are equal to
 * scikit-learn 1.7's to the last bit: a table is summed as a DataFrame, a matrix as a row-major array.
 */
export class StandardScaler implements Transformer {
  readonly params: Required<StandardScalerOptions>;
  private fitted: Fitted | null = null;

  constructor(options: StandardScalerOptions = {}) {
    const { withMean = true, withStd = true } = checkOptions('StandardScaler', options, {
      optional: ['withMean', 'withStd'],
    });
    this.params = { withMean, withStd };
  }

  /** Mean per column. */
  get mean(): Float64Array {
    return this.state.mean;
  }

  /** Population variance per column; scikit-learn's `var_`. */
  get var(): Float64Array {
    return this.state.variance;
  }

  /** What each column is divided by: its standard deviation, or 1 where the column is constant. */
  get scale(): Float64Array {
    return this.state.scale;
  }

  /** Rows with a value, per column. */
  get nSamplesSeen(): Float64Array {
    return this.state.nSamplesSeen;
  }

  async fit(features: Features): Promise<this> {
    this.fitted = null;
    const seen = seeFeatures(features);
    refuseInfinity(features);
    const sum = isTable(features) || seen.names.length === 1 ? pairwiseSum : sumFromTheLeft;
    const moments = columnsOf(features).map((column) => momentsOf(column, sum));
    this.fitted = {
      seen,
      nSamplesSeen: Float64Array.from(moments, ({ n }) => n),
      mean: Float64Array.from(moments, ({ mean }) => mean),
      variance: Float64Array.from(moments, ({ variance }) => variance),
      scale: Float64Array.from(moments, scaleOf),
    };
    return this;
  }

  transform(features: Features): Features {
    const { seen, mean, scale } = this.state;
    checkSeen(features, seen, 'StandardScaler');
    refuseInfinity(features);
    const { withMean, withStd } = this.params;
    const scaled = columnsOf(features).map((column, j) => {
      const shift = withMean ? mean[j]! : 0;
      const divisor = withStd ? scale[j]! : 1;
      return column.map((value) => (value - shift) / divisor);
    });
    return answerLike(
      features,
      scaled.map((values, j) => [seen.names[j]!, { dtype: 'float64', values, nulls: null }]),
      features.nRows,
    );
  }

  async fitTransform(features: Features): Promise<Features> {
    return (await this.fit(features)).transform(features);
  }

  getFeatureNamesOut(names?: readonly string[]): string[] {
    return [...inputNames(this.state.seen, names)];
  }

  clone(): StandardScaler {
    return new StandardScaler(this.params);
  }

  toArtifact(): StandardScalerArtifact {
    return { kind: 'StandardScaler', version: 1, params: { ...this.params }, ...this.state };
  }

  static fromArtifact(artifact: EstimatorArtifact): StandardScaler {
    const { params, seen, nSamplesSeen, mean, variance, scale } = artifact as StandardScalerArtifact;
    const scaler = new StandardScaler(params as StandardScalerOptions);
    scaler.fitted = { seen, nSamplesSeen, mean, variance, scale };
    return scaler;
  }

  digest(): string {
    return digestOfValue(this.toArtifact());
  }

  private get state(): Fitted {
    if (this.fitted === null) throw new NotFittedError('StandardScaler');
    return this.fitted;
  }
}

interface Moments {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
}

function columnsOf(features: Features): Float64Array[] {
  const { data, nRows, nCols } = toMatrix(features);
  return Array.from({ length: nCols }, (_, j) =>
    Float64Array.from({ length: nRows }, (_, row) => data[row * nCols + j]!),
  );
}

/** The corrected two-pass algorithm of Chan, Golub and LeVeque, as scikit-learn applies it to one batch. */
function momentsOf(column: Float64Array, sum: (values: Float64Array) => number): Moments {
  const n = column.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0);
  const mean = sum(column.map(zeroIfMissing)) / n;
  const deviations = column.map((value) => zeroIfMissing(value - mean));
  const correction = sum(deviations);
  const squares = sum(deviations.map((deviation) => deviation * deviation));
  return { n, mean, variance: (squares - (correction * correction) / n) / n };
}

function zeroIfMissing(value: number): number {
  return Number.isNaN(value) ? 0 : value;
}

function sumFromTheLeft(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** 1 where the variance is within the rounding error of its own computation, i.e. the column is constant. */
function scaleOf({ n, mean, variance }: Moments): number {
  const meanError = n * mean * Number.EPSILON;
  const bound = n * Number.EPSILON * variance + meanError * meanError;
  return variance <= bound ? 1 : Math.sqrt(variance);
}
