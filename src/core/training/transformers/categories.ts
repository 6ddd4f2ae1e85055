import { compareCodePoints } from '../../compare-code-points.ts';
import { type Column, isNull } from '../../table/column.ts';
import { pythonFloat } from './python-text.ts';

/** A distinct value of a column; null stands for a missing one (null or NaN), timestamps are UTC milliseconds. */
export type Category = string | number | boolean | null;

/** The categories of one column and how scikit-learn writes each in a column name. */
export interface ColumnCategories {
  readonly values: readonly Category[];
  readonly texts: readonly string[];
}

/**
 * The distinct values of a column, sorted as Python sorts them (strings by code point, false before true), a missing
 * value last and a category of its own. Linear in rows.
 */
export function learnCategories(column: Column): ColumnCategories {
  const distinct = new Set<Category>();
  for (let row = 0; row < column.values.length; row++) distinct.add(categoryAt(column, row));
  return describeCategories([...distinct].sort(compareCategories), column);
}

/** The categories `values` in the order given, written as those of a column of this type are. */
export function describeCategories(values: readonly Category[], column: Column): ColumnCategories {
  return { values, texts: values.map((value) => categoryText(value, column)) };
}

/** Per row the position of its value in `categories`; −1 for a value that is not among them. */
export function encodeCategories(column: Column, categories: readonly Category[]): Int32Array {
  const positions = new Map(categories.map((category, position) => [keyOf(category), position]));
  if (column.dtype !== 'string') {
    return Int32Array.from(column.values, (_, row) => positions.get(keyOf(categoryAt(column, row))) ?? -1);
  }
  const ofCode = column.dictionary.map((text) => positions.get(text) ?? -1);
  const ofNull = positions.get(null) ?? -1;
  return Int32Array.from(column.values, (code, row) => (isNull(column, row) ? ofNull : ofCode[code]!));
}

/** The distinct values of `column` for which `positions` is −1, sorted. */
export function unknownCategories(column: Column, positions: Int32Array): Category[] {
  const unknown = new Set<Category>();
  positions.forEach((position, row) => {
    if (position === -1) unknown.add(categoryAt(column, row));
  });
  return [...unknown].sort(compareCategories);
}

function categoryAt(column: Column, row: number): Category {
  if (isNull(column, row)) return null;
  const value = column.values[row]!;
  if (column.dtype === 'string') return column.dictionary[value]!;
  if (column.dtype === 'bool') return value === 1;
  return Number.isNaN(value) ? null : value;
}

function compareCategories(a: Category, b: Category): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return typeof a === 'string' ? compareCodePoints(a, b as string) : Number(a) - Number(b);
}

/** True equals 1 and false equals 0, as in Python. */
function keyOf(category: Category): string | number | null {
  return typeof category === 'boolean' ? Number(category) : category;
}

function categoryText(value: Category, column: Column): string {
  if (value === null) return 'nan';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (column.dtype === 'timestamp') return new Date(value).toISOString();
  // pandas holds whole numbers with a hole among them as floats.
  return column.dtype === 'int64' && column.nulls === null ? String(value) : pythonFloat(value);
}
