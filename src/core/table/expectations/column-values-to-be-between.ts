import { quote, TypeMismatchError, ValueError } from '../../errors.ts';
import type { Dtype } from '../column.ts';
import { columnOf, type Table } from '../table.ts';
import { type Instant, toEpochMs } from '../timestamps.ts';
import { type MapOptions, mapColumn } from './column-map.ts';
import type { ExpectationResult } from './result.ts';

/** The bounds of `columnValuesToBeBetween`. */
export interface BetweenOptions extends MapOptions {
  readonly minValue?: Instant | null;
  readonly maxValue?: Instant | null;
  readonly strictMin?: boolean;
  readonly strictMax?: boolean;
}

/**
 * The values lie between two bounds, either of which may be left out; bounds belong to the range unless
 * strict, missing values are ignored (Great Expectations 0.17, Q1). Texts, and a bound of another type than the
 * column, are a `TypeError`, two absent or crossed bounds a `ValueError`.
 */
export function columnValuesToBeBetween(
  table: Table,
  column: string,
  options: BetweenOptions = {},
): ExpectationResult {
  const { dtype } = columnOf(table, column);
  if (dtype === 'string') {
    throw new TypeMismatchError(
      `column ${quote(column)} is string, which has no order here`,
      'check texts with expectColumnValuesToBeInSet',
    );
  }
  const { mostly, ...kwargs } = options;
  const min = boundOf('minValue', options.minValue, { column, dtype });
  const max = boundOf('maxValue', options.maxValue, { column, dtype });
  if (min === null && max === null) {
    throw new ValueError('minValue and maxValue are both missing', 'give at least one of them');
  }
  if (min !== null && max !== null && min > max) {
    throw new ValueError(
      `minValue ${quote(options.minValue)} is greater than maxValue ${quote(options.maxValue)}`,
      'exchange them',
    );
  }
  const isAbove = (value: number): boolean =>
    min === null || (options.strictMin ? value > min : value >= min);
  const isBelow = (value: number): boolean =>
    max === null || (options.strictMax ? value < max : value <= max);
  return mapColumn(
    table,
    {
      expectationType: 'expect_column_values_to_be_between',
      column,
      kwargs,
      ...(mostly !== undefined && { mostly }),
    },
    (row, { values }) => isAbove(values[row] as number) && isBelow(values[row] as number),
  );
}

function boundOf(
  name: string,
  bound: Instant | null | undefined,
  { column, dtype }: { readonly column: string; readonly dtype: Dtype },
): number | null {
  if (bound === null || bound === undefined) return null;
  if (dtype === 'timestamp') return toEpochMs(bound, { dateOnly: 'midnight' });
  if (typeof bound === 'number' && !Number.isNaN(bound)) return bound;
  throw new TypeMismatchError(
    `${name} is ${quote(bound)}, but column ${quote(column)} is ${dtype}`,
    'give a number',
  );
}
