import { argsort } from '../../core/numeric/argsort.ts';
import { quantileOfSorted } from '../../core/numeric/quantile.ts';
import {
  type BoolColumn,
  type Column,
  type Dtype,
  isNull,
  type StringColumn,
} from '../../core/table/column.ts';
import type { Table } from '../../core/table/table.ts';
import { type HistogramBin, histogramOfSorted } from './histogram.ts';

/** What every profile tells of its column. */
interface ColumnFacts {
  readonly name: string;
  readonly dtype: Dtype;
  readonly nRows: number;
  /** Missing values; NaN among doubles counts as missing, as pandas counts it. */
  readonly nNulls: number;
  /** Different values, missing ones apart. */
  readonly nDistinct: number;
}

/** The distribution of numbers or instants. */
export interface NumberProfile extends ColumnFacts {
  readonly kind: 'numbers';
  /** null where every value is missing. */
  readonly range: {
    readonly min: number;
    readonly q1: number;
    readonly median: number;
    readonly q3: number;
    readonly max: number;
    readonly mean: number;
  } | null;
  readonly bins: readonly HistogramBin[];
}

/** How often each value of a text or truth occurs. */
export interface CategoryProfile extends ColumnFacts {
  readonly kind: 'categories';
  /** The most frequent values, most frequent first, equals by text. */
  readonly top: readonly { readonly value: string; readonly count: number }[];
}

export type ColumnProfile = NumberProfile | CategoryProfile;

const MOST_TOP = 6;

/** The profile of every column, in their order. O(cells), and a linear sort per numeric column. */
export function profileTable(table: Table): ColumnProfile[] {
  return [...table.columns].map(([name, column]) => profileColumn(name, column));
}

/** The profile of one column. */
export function profileColumn(name: string, column: Column): ColumnProfile {
  return column.dtype === 'string' || column.dtype === 'bool'
    ? profileCategories(name, column)
    : profileNumbers(name, column);
}

function profileNumbers(name: string, column: Exclude<Column, StringColumn | BoolColumn>): NumberProfile {
  const { dtype, values } = column;
  const present = values.filter((value, row) => !isNull(column, row) && !Number.isNaN(value));
  const sorted = Float64Array.from(argsort(present), (position) => present[position]!);
  const facts = { name, dtype, nRows: values.length, nNulls: values.length - present.length };
  const [min, max] = [sorted[0], sorted.at(-1)];
  if (min === undefined || max === undefined) {
    return { kind: 'numbers', ...facts, nDistinct: 0, range: null, bins: [] };
  }
  const nDistinct = sorted.reduce(
    (count, value, i) => (i > 0 && value === sorted[i - 1] ? count : count + 1),
    0,
  );
  const quantile = (share: number): number => quantileOfSorted(sorted, share);
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const range = { min, q1: quantile(0.25), median: quantile(0.5), q3: quantile(0.75), max, mean };
  return { kind: 'numbers', ...facts, nDistinct, range, bins: histogramOfSorted(sorted, nDistinct) };
}

function profileCategories(name: string, column: StringColumn | BoolColumn): CategoryProfile {
  const { dtype, values } = column;
  const texts = column.dtype === 'string' ? column.dictionary : ['False', 'True'];
  const counts = new Int32Array(texts.length);
  let nNulls = 0;
  for (let row = 0; row < values.length; row++) {
    if (isNull(column, row)) nNulls++;
    else counts[values[row]!]!++;
  }
  const seen = [...counts.keys()].filter((code) => counts[code]! > 0);
  const top = seen
    .sort((a, b) => counts[b]! - counts[a]! || (texts[a]! < texts[b]! ? -1 : 1))
    .slice(0, MOST_TOP)
    .map((code) => ({ value: texts[code]!, count: counts[code]! }));
  return { kind: 'categories', name, dtype, nRows: values.length, nNulls, nDistinct: seen.length, top };
}
