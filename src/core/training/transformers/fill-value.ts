import { compareCodePoints } from '../../compare-code-points.ts';
import { quote, ValueError } from '../../errors.ts';
import { pairwiseSum } from '../../numeric/pairwise-sum.ts';
import { type Column, isNull } from '../../table/column.ts';

/** What a missing value is replaced by. */
export type FillValue = number | string | boolean;

export type ImputerStrategy = 'mean' | 'median' | 'most_frequent' | 'constant';

/** Whether the value at `row` is missing: null, or NaN. */
export function isMissing(column: Column, row: number): boolean {
  return isNull(column, row) || Number.isNaN(column.values[row]);
}

/**
 * What `strategy` puts in the place of this column's missing values; null where the column has no value to learn
 * from. The most frequent value is the smallest one on a tie. `constant` is `SimpleImputer`'s fillValue.
 */
export function learnFillValue(
  column: Column,
  strategy: ImputerStrategy,
  options: { readonly name: string; readonly constant: FillValue | null; readonly rowMajor: boolean },
): FillValue | null {
  if (strategy === 'constant') return constantFor(column, options.constant, options.name);
  if (strategy === 'most_frequent') return mostFrequent(column);
  if (column.dtype === 'string') {
    throw new ValueError(
      `Cannot use ${strategy} strategy with non-numeric data: could not convert string to float: ${quote(column.dictionary[0] ?? '')} (column ${quote(options.name)})`,
      "use strategy 'most_frequent' or 'constant' for text",
    );
  }
  return strategy === 'mean' ? meanOf(column, options.rowMajor) : medianOf(column);
}

function constantFor(column: Column, constant: FillValue | null, name: string): FillValue {
  const isText = column.dtype === 'string';
  const value = constant ?? (isText || column.dtype === 'bool' ? 'missing_value' : 0);
  const fits = isText
    ? typeof value === 'string'
    : typeof value === (column.dtype === 'bool' ? 'boolean' : 'number');
  if (fits) return value;
  throw new ValueError(
    `fillValue ${quote(value)} cannot be cast to column ${quote(name)}, which is ${column.dtype}`,
    'give a fillValue of the type of the column, or one imputer per type in a ColumnTransformer',
  );
}

function mostFrequent(column: Column): FillValue | null {
  const counts = new Map<number, number>();
  for (let row = 0; row < column.values.length; row++) {
    if (isMissing(column, row)) continue;
    const value = column.values[row]!;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const most = [...counts.values()].reduce((a, b) => Math.max(a, b), 0);
  const candidates = [...counts].filter(([, count]) => count === most).map(([value]) => value);
  if (candidates.length === 0) return null;
  if (column.dtype === 'string') {
    return candidates.map((code) => column.dictionary[code]!).sort(compareCodePoints)[0]!;
  }
  const smallest = candidates.reduce((a, b) => Math.min(a, b));
  return column.dtype === 'bool' ? smallest === 1 : smallest;
}

/** numpy sums missing values as zeros: by pairs down a DataFrame's column, row by row over an array. */
function meanOf(column: Column, rowMajor: boolean): number | null {
  const values = Float64Array.from(column.values, (value, row) => (isMissing(column, row) ? 0 : value));
  const n = values.reduce((count, _, row) => count + (isMissing(column, row) ? 0 : 1), 0);
  if (n === 0) return null;
  return (rowMajor ? values.reduce((sum, value) => sum + value, 0) : pairwiseSum(values)) / n;
}

function medianOf(column: Column): number | null {
  const sorted = Float64Array.from(column.values)
    .filter((_, row) => !isMissing(column, row))
    .sort();
  if (sorted.length === 0) return null;
  const upper = sorted[sorted.length >> 1]!;
  return sorted.length % 2 === 1 ? upper : (sorted[(sorted.length >> 1) - 1]! + upper) / 2;
}
