/** The data types of a column: Feast's names, plus the time stamp that Feast keeps apart. */
export type Dtype = 'int64' | 'float64' | 'bool' | 'string' | 'timestamp';

/** One cell as JavaScript sees it. Timestamps are `Date`s cut to milliseconds; null is "no value". */
export type Cell = number | boolean | string | Date | null;

/** `nulls[row] === 1` marks a missing value; null where no value is missing. */
export type NullMask = Uint8Array | null;

/** Whole numbers (`int64`, exact up to 2^53) or doubles (`float64`, NaN is a value and not a null). */
export interface NumberColumn {
  readonly dtype: 'int64' | 'float64';
  readonly values: Float64Array;
  readonly nulls: NullMask;
}

/** Instants as UTC milliseconds since 1970; the fraction holds microseconds where a source has them. */
export interface TimestampColumn {
  readonly dtype: 'timestamp';
  readonly values: Float64Array;
  readonly nulls: NullMask;
}

/** 0 or 1 per row. */
export interface BoolColumn {
  readonly dtype: 'bool';
  readonly values: Uint8Array;
  readonly nulls: NullMask;
}

/**
 * Per row a position in `dictionary`. Null rows hold 0, so an all-null column may have an empty dictionary.
 */
export interface StringColumn {
  readonly dtype: 'string';
  readonly values: Int32Array;
  readonly dictionary: readonly string[];
  readonly nulls: NullMask;
}

export type Column = NumberColumn | TimestampColumn | BoolColumn | StringColumn;

/** Whether `row` of `column` is missing. */
export function isNull(column: Column, row: number): boolean {
  return column.nulls !== null && column.nulls[row] === 1;
}

/** The cell at `row` as a plain JavaScript value. */
export function cellAt(column: Column, row: number): Cell {
  if (isNull(column, row)) return null;
  const value = column.values[row] as number;
  switch (column.dtype) {
    case 'bool':
      return value === 1;
    case 'string':
      return column.dictionary[value] as string;
    case 'timestamp':
      return new Date(value);
    default:
      return value;
  }
}
