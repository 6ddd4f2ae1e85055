import { checkOptions } from '../../check-options.ts';
import { digestOfValue } from '../../digest.ts';
import { quote, suggest, ValueError } from '../../errors.ts';
import { type Features, isMatrix } from '../../numeric/matrix.ts';
import type { Column } from '../../table/column.ts';
import type { EstimatorArtifact, Transformer } from '../estimator.ts';
import { NotFittedError } from '../not-fitted-error.ts';
import { answerLike, asTable } from './as-table.ts';
import { type FillValue, type ImputerStrategy, isMissing, learnFillValue } from './fill-value.ts';
import { refuseInfinity } from './refuse-infinity.ts';
import { checkSeen, inputNames, type SeenFeatures, seeFeatures } from './seen-features.ts';

export interface SimpleImputerOptions {
  /** Defaults to 'mean'. */
  readonly strategy?: ImputerStrategy;
  /** For 'constant'; defaults to 0 in numbers and 'missing_value' in text. */
  readonly fillValue?: FillValue | null;
  /** Add a column `missingindicator_x` for every column that had missing values in `fit`. Defaults to false. */
  readonly addIndicator?: boolean;
}

interface Fitted {
  readonly seen: SeenFeatures;
  /** Per column what replaces a missing value; null for a column without any value, which is left out. */
  readonly statistics: readonly (FillValue | null)[];
  /** Positions of the columns that had missing values. */
  readonly withMissing: readonly number[];
}

export interface SimpleImputerArtifact extends EstimatorArtifact, Fitted {
  readonly kind: 'SimpleImputer';
}

const STRATEGIES: readonly ImputerStrategy[] = ['mean', 'median', 'most_frequent', 'constant'];

/**
 * Replaces missing values (null and NaN) by a statistic of the training rows' column. A column without any value is
 * left out of the output, except under 'constant'. Mirrors scikit-learn 1.7, means to the last bit.
 */
export class SimpleImputer implements Transformer {
  readonly params: Required<SimpleImputerOptions>;
  private fitted: Fitted | null = null;

  constructor(options: SimpleImputerOptions = {}) {
    const {
      strategy = 'mean',
      fillValue = null,
      addIndicator = false,
    } = checkOptions('SimpleImputer', options, { optional: ['strategy', 'fillValue', 'addIndicator'] });
    if (!STRATEGIES.includes(strategy)) {
      throw new ValueError(`strategy of SimpleImputer is ${quote(strategy)}`, suggest(strategy, STRATEGIES));
    }
    this.params = { strategy, fillValue, addIndicator };
  }

  /** Per input column what replaces a missing value; null where the column had no value. */
  get statistics(): readonly (FillValue | null)[] {
    return this.state.statistics;
  }

  async fit(features: Features): Promise<this> {
    this.fitted = null;
    const seen = seeFeatures(features);
    refuseInfinity(features);
    const { strategy, fillValue: constant } = this.params;
    const rowMajor = isMatrix(features) && seen.names.length > 1;
    const columns = [...asTable(features).columns];
    this.fitted = {
      seen,
      statistics: columns.map(([name, column]) =>
        learnFillValue(column, strategy, { name, constant, rowMajor }),
      ),
      withMissing: columns.flatMap(([, column], j) => (missingFlags(column).includes(1) ? [j] : [])),
    };
    return this;
  }

  transform(features: Features): Features {
    const { seen, statistics, withMissing } = this.state;
    checkSeen(features, seen, 'SimpleImputer');
    refuseInfinity(features);
    const columns = [...asTable(features).columns.values()];
    const filled = columns.flatMap((column, j) => {
      const value = statistics[j]!;
      return value === null ? [] : [this.fill(column, value)];
    });
    const indicators = withMissing.map(
      (j): Column => ({ dtype: 'bool', values: missingFlags(columns[j]!), nulls: null }),
    );
    const names = this.getFeatureNamesOut();
    const output = this.params.addIndicator ? [...filled, ...indicators] : filled;
    return answerLike(
      features,
      output.map((column, j) => [names[j]!, column]),
      features.nRows,
    );
  }

  async fitTransform(features: Features): Promise<Features> {
    return (await this.fit(features)).transform(features);
  }

  getFeatureNamesOut(names?: readonly string[]): string[] {
    const { seen, statistics, withMissing } = this.state;
    const given = inputNames(seen, names);
    const kept = given.filter((_, j) => statistics[j] !== null);
    if (!this.params.addIndicator) return kept;
    return [...kept, ...withMissing.map((j) => `missingindicator_${given[j]}`)];
  }

  clone(): SimpleImputer {
    return new SimpleImputer(this.params);
  }

  toArtifact(): SimpleImputerArtifact {
    return { kind: 'SimpleImputer', version: 1, params: { ...this.params }, ...this.state };
  }

  static fromArtifact(artifact: EstimatorArtifact): SimpleImputer {
    const { params, seen, statistics, withMissing } = artifact as SimpleImputerArtifact;
    const imputer = new SimpleImputer(params as SimpleImputerOptions);
    imputer.fitted = { seen, statistics, withMissing };
    return imputer;
  }

  digest(): string {
    return digestOfValue(this.toArtifact());
  }

  private get state(): Fitted {
    if (this.fitted === null) throw new NotFittedError('SimpleImputer');
    return this.fitted;
  }

  private fill(column: Column, value: FillValue): Column {
    if (typeof value === 'string') return fillText(column, value);
    const values = Float64Array.from(column.values, (old, row) =>
      isMissing(column, row) ? Number(value) : old,
    );
    if (typeof value === 'boolean') return { dtype: 'bool', values: Uint8Array.from(values), nulls: null };
    const keepsType = column.dtype === 'int64' && Number.isInteger(value);
    return { dtype: keepsType ? 'int64' : 'float64', values, nulls: null };
  }
}

function missingFlags(column: Column): Uint8Array {
  return Uint8Array.from(column.values, (_, row) => (isMissing(column, row) ? 1 : 0));
}

function fillText(column: Column, value: string): Column {
  if (column.dtype !== 'string') {
    throw new ValueError(
      `${quote(value)} cannot be cast to the input data that is ${column.dtype}`,
      'the column was text in fit; give it the same type in transform',
    );
  }
  const known = column.dictionary.indexOf(value);
  const code = known < 0 ? column.dictionary.length : known;
  const dictionary = known < 0 ? [...column.dictionary, value] : column.dictionary;
  const values = column.values.map((old, row) => (isMissing(column, row) ? code : old));
  return { dtype: 'string', values, dictionary, nulls: null };
}
