import { checkOptions } from '../../check-options.ts';
import { digestOfValue } from '../../digest.ts';
import { quote, suggest, ValueError } from '../../errors.ts';
import type { Features } from '../../numeric/matrix.ts';
import type { Column } from '../../table/column.ts';
import type { EstimatorArtifact, Transformer } from '../estimator.ts';
import { NotFittedError } from '../not-fitted-error.ts';
import { answerLike, asTable } from './as-table.ts';
import {
  type Category,
  type ColumnCategories,
  describeCategories,
  encodeCategories,
  learnCategories,
  unknownCategories,
} from './categories.ts';
import { pythonRepr } from './python-text.ts';
import { refuseInfinity } from './refuse-infinity.ts';
import { checkSeen, inputNames, type SeenFeatures, seeFeatures } from './seen-features.ts';

export interface OneHotEncoderOptions {
  /** What `transform` does with a category that `fit` did not see: throw (default), or a row of zeros. */
  readonly handleUnknown?: 'error' | 'ignore';
  /** Leave out one category per column: the first, the first of two, or the one named per column. */
  readonly drop?: 'first' | 'if_binary' | readonly Category[] | null;
  /** Per column the categories in order; 'auto' (default) takes the sorted distinct values. */
  readonly categories?: 'auto' | readonly (readonly Category[])[];
}

interface FittedColumn extends ColumnCategories {
  /** Position of the category left out; −1 if none is. */
  readonly dropped: number;
}

interface Fitted {
  readonly seen: SeenFeatures;
  readonly columns: readonly FittedColumn[];
}

export interface OneHotEncoderArtifact extends EstimatorArtifact, Fitted {
  readonly kind: 'OneHotEncoder';
}

/**
 * One 0/1 column per category of every input column. A missing value is a category of its own, the last one.
 * Output names are `column_category` in Python's spelling: `plan_stream_tv_False`, `plan_stream_tv_nan`. Always
 * dense. Mirrors scikit-learn 1.7.
 */
export class OneHotEncoder implements Transformer {
  readonly params: Required<OneHotEncoderOptions>;
  private fitted: Fitted | null = null;

  constructor(options: OneHotEncoderOptions = {}) {
    const {
      handleUnknown = 'error',
      drop = null,
      categories = 'auto',
    } = checkOptions('OneHotEncoder', options, { optional: ['handleUnknown', 'drop', 'categories'] });
    checkChoice('handleUnknown', handleUnknown, ['error', 'ignore']);
    if (typeof drop === 'string') checkChoice('drop', drop, ['first', 'if_binary']);
    else if (drop !== null) checkList('drop', drop, "one category per column, 'first' or 'if_binary'");
    if (categories !== 'auto') {
      checkList('categories', categories, "'auto' or one list of categories per column");
      for (const values of categories) checkList('categories', values, 'one list of categories per column');
    }
    this.params = { handleUnknown, drop, categories };
  }

  /** Per input column its categories in output order. */
  get categories(): readonly (readonly Category[])[] {
    return this.state.columns.map((column) => column.values);
  }

  async fit(features: Features): Promise<this> {
    this.fitted = null;
    const seen = seeFeatures(features);
    refuseInfinity(features);
    checkLength('categories', this.params.categories, seen.names.length);
    checkLength('drop', this.params.drop, seen.names.length);
    const learned = [...asTable(features).columns.values()].map((column, j) => this.learn(column, j));
    const dropped = positionsToDrop(learned, this.params.drop);
    this.fitted = { seen, columns: learned.map((column, j) => ({ ...column, dropped: dropped[j]! })) };
    return this;
  }

  transform(features: Features): Features {
    const { seen, columns } = this.state;
    checkSeen(features, seen, 'OneHotEncoder');
    refuseInfinity(features);
    const table = asTable(features);
    const names = this.getFeatureNamesOut();
    const encoded = [...table.columns.values()].flatMap((column, j) => this.encode(column, columns[j]!, j));
    return answerLike(
      features,
      encoded.map((column, j) => [names[j]!, column]),
      table.nRows,
    );
  }

  async fitTransform(features: Features): Promise<Features> {
    return (await this.fit(features)).transform(features);
  }

  getFeatureNamesOut(names?: readonly string[]): string[] {
    const { seen, columns } = this.state;
    const given = inputNames(seen, names);
    return columns.flatMap(({ texts, dropped }, j) =>
      texts.filter((_, position) => position !== dropped).map((text) => `${given[j]}_${text}`),
    );
  }

  clone(): OneHotEncoder {
    return new OneHotEncoder(this.params);
  }

  toArtifact(): OneHotEncoderArtifact {
    return { kind: 'OneHotEncoder', version: 1, params: { ...this.params }, ...this.state };
  }

  static fromArtifact(artifact: EstimatorArtifact): OneHotEncoder {
    const { params, seen, columns } = artifact as OneHotEncoderArtifact;
    const encoder = new OneHotEncoder(params as OneHotEncoderOptions);
    encoder.fitted = { seen, columns };
    return encoder;
  }

  digest(): string {
    return digestOfValue(this.toArtifact());
  }

  private get state(): Fitted {
    if (this.fitted === null) throw new NotFittedError('OneHotEncoder');
    return this.fitted;
  }

  private learn(column: Column, j: number): ColumnCategories {
    const { categories, handleUnknown } = this.params;
    if (categories === 'auto') return learnCategories(column);
    const values = categories[j]!;
    if (new Set(values).size !== values.length) {
      throw new ValueError(
        `In column ${j}, the predefined categories contain duplicate elements`,
        'list every category once',
      );
    }
    if (isNumeric(column) && !isAscending(values)) {
      throw new ValueError(
        `Unsorted categories are not supported for numerical categories: ${quote(values)} for column ${j}`,
        'list the categories of a column of numbers in ascending order',
      );
    }
    if (handleUnknown === 'error') checkKnown(column, encodeCategories(column, values), { j, step: 'fit' });
    return describeCategories(values, column);
  }

  private encode(column: Column, { values, dropped }: FittedColumn, j: number): Column[] {
    const positions = encodeCategories(column, values);
    if (this.params.handleUnknown === 'error') checkKnown(column, positions, { j, step: 'transform' });
    const encoded = values.map(() => new Float64Array(positions.length));
    positions.forEach((position, row) => {
      if (position >= 0) encoded[position]![row] = 1;
    });
    return encoded
      .filter((_, position) => position !== dropped)
      .map((ones) => ({ dtype: 'float64', values: ones, nulls: null }));
  }
}

/** Whether pandas holds the column as numbers; booleans with a missing value among them it holds as objects. */
function isNumeric({ dtype, nulls }: Column): boolean {
  return dtype !== 'string' && (dtype !== 'bool' || nulls === null);
}

function isAscending(values: readonly Category[]): boolean {
  const numbers = values.filter((value) => value !== null).map(Number);
  return numbers.every((value, i) => i === 0 || value > numbers[i - 1]!);
}

function checkKnown(column: Column, positions: Int32Array, place: { j: number; step: string }): void {
  const unknown = unknownCategories(column, positions);
  if (unknown.length === 0) return;
  throw new ValueError(
    `Found unknown categories [${unknown.map(pythonRepr).join(', ')}] in column ${place.j} during ${place.step}`,
    "encode them as zeros with handleUnknown: 'ignore', or fit on rows that have them",
  );
}

function positionsToDrop(
  columns: readonly ColumnCategories[],
  drop: Required<OneHotEncoderOptions>['drop'],
): number[] {
  if (drop === null) return columns.map(() => -1);
  if (drop === 'first') return columns.map(() => 0);
  if (drop === 'if_binary') return columns.map(({ values }) => (values.length === 2 ? 0 : -1));
  return columns.map(({ values }, j) => {
    const position = values.indexOf(drop[j] ?? null);
    if (position < 0) {
      throw new ValueError(
        `category ${quote(drop[j])} of column ${j} was to be dropped, but was not found in the training rows`,
        'give one existing category per column',
      );
    }
    return position;
  });
}

function checkChoice(option: string, value: string, allowed: readonly string[]): void {
  if (allowed.includes(value)) return;
  throw new ValueError(`${option} of OneHotEncoder is ${quote(value)}`, suggest(value, allowed));
}

function checkList(option: string, value: unknown, expected: string): void {
  if (Array.isArray(value)) return;
  throw new ValueError(`${option} of OneHotEncoder holds ${quote(value)}`, `give ${expected}`);
}

function checkLength(option: string, value: unknown, nColumns: number): void {
  if (!Array.isArray(value) || value.length === nColumns) return;
  throw new ValueError(
    `${option} of OneHotEncoder has ${value.length} entries for ${nColumns} columns`,
    'give one entry per column, in the order of the columns',
  );
}
