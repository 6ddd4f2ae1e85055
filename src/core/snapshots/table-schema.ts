import type { Dtype } from '../table/column.ts';

/** What a column of an imported file must hold. */
export interface ColumnRule {
  readonly name: string;
  readonly dtype: Dtype;
  readonly isNullable?: boolean;
  /** Inclusive bounds; null values are not compared. */
  readonly range?: readonly [min: number, max: number];
  /** The values known so far; another one is a warning, as new ones do turn up. */
  readonly values?: readonly string[];
}

/** A table of a month, as its file must look. */
export interface TableSchema {
  readonly name: string;
  /** Unique within a month, and the same set in all tables of the month. */
  readonly joinKeys: readonly string[];
  /** Whether a month can be stored without this table. */
  readonly isOptional?: boolean;
  readonly columns: readonly ColumnRule[];
}

/** The tables of a month, and the columns that say when a row was true and when it landed. */
export interface MonthSchema {
  readonly timestampField: string;
  readonly createdTimestampColumn: string;
  readonly tables: readonly TableSchema[];
}
