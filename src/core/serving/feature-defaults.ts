import { type Cell, type Column, cellAt, isNull } from '../table/column.ts';
import type { Table } from '../table/table.ts';

/** The value to use where a feature is missing; null leaves it missing, for the pipeline's own imputer. */
export interface FeatureDefault {
  readonly value: Cell;
  readonly strategy: 'median' | 'most_frequent' | 'none';
}

/** Per feature column its default, as stored with a run in `feature_defaults.json`. */
export interface FeatureDefaults {
  readonly kind: 'feature-defaults';
  readonly version: 1;
  readonly values: Readonly<Record<string, FeatureDefault>>;
}

/**
 * Defaults from the training features: the median of numbers (of whole numbers the lower of the two middle ones,
 * so that it stays whole), else the most frequent value, the first seen among equals. Nulls and NaN do not count;
 * a column without values, or of timestamps, has none. O(n log n).
 */
export function computeFeatureDefaults(features: Table): FeatureDefaults {
  const values = [...features.columns].map(([name, column]) => [name, defaultOf(column)] as const);
  return { kind: 'feature-defaults', version: 1, values: Object.fromEntries(values) };
}

function defaultOf(column: Column): FeatureDefault {
  const rows = Array.from(column.values.keys()).filter(
    (row) => !isNull(column, row) && !Number.isNaN(column.values[row]),
  );
  if (rows.length === 0 || column.dtype === 'timestamp') return { value: null, strategy: 'none' };
  if (column.dtype === 'int64' || column.dtype === 'float64') {
    const sorted = Float64Array.from(rows, (row) => column.values[row]!).sort();
    const lower = sorted[(sorted.length - 1) >> 1]!;
    const upper = sorted[sorted.length >> 1]!;
    return { value: column.dtype === 'int64' ? lower : (lower + upper) / 2, strategy: 'median' };
  }
  return { value: cellAt(column, mostFrequentRow(column, rows)), strategy: 'most_frequent' };
}

function mostFrequentRow(column: Column, rows: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(column.values[row]!, (counts.get(column.values[row]!) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return rows.find((row) => counts.get(column.values[row]!) === most) as number;
}
