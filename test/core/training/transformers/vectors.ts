import { readFileSync } from 'node:fs';
import type { Features, Matrix } from '../../../../src/core/numeric/matrix.ts';
import { toMatrix } from '../../../../src/core/numeric/matrix.ts';
import type { Dtype } from '../../../../src/core/table/column.ts';
import { columnFromCells } from '../../../../src/core/table/from-rows.ts';
import { createTable, type Table } from '../../../../src/core/table/table.ts';

/** A table as the Python script writes it: `[name, dtype, cells]` per column. */
export type TableVector = readonly (readonly [
  string,
  Dtype,
  readonly (string | number | boolean | null)[],
])[];

/** One case: its input, and scikit-learn's answer or the text of its ValueError. */
export interface TransformerVector {
  readonly options: Readonly<Record<string, never>>;
  readonly fit: TableVector;
  readonly transform: TableVector;
  readonly as_array: boolean;
  readonly error?: string;
  readonly names: readonly string[];
  readonly matrix: readonly (readonly (number | string | boolean | null)[])[];
  readonly [result: string]: unknown;
}

/** The cases of one group, made by test/parity/python/transformers_vectors.py with scikit-learn 1.7.2. */
export function readVectors(group: string): TransformerVector[] {
  const path = new URL('../../../parity/vectors/transformers.json', import.meta.url);
  return (JSON.parse(readFileSync(path, 'utf8')) as Record<string, TransformerVector[]>)[group]!;
}

export function tableOf(vector: TableVector): Table {
  return createTable(vector.map(([name, dtype, cells]) => [name, columnFromCells(cells, { name, dtype })]));
}

/** The table of a vector, or the same numbers as a matrix. */
export function featuresOf(vector: TableVector, asMatrix: boolean): Features {
  const table = tableOf(vector);
  return asMatrix ? toMatrix(table) : table;
}

/** Rows of numbers as the vectors hold them: missing values are null. */
export function rowsOf(features: Features): (number | null)[][] {
  const { data, nRows, nCols }: Matrix = toMatrix(features);
  return Array.from({ length: nRows }, (_, row) =>
    Array.from(data.subarray(row * nCols, (row + 1) * nCols), (value) =>
      Number.isNaN(value) ? null : value,
    ),
  );
}

/** `handle_unknown` → `handleUnknown`. */
export function camelCaseKeys(options: Readonly<Record<string, unknown>>): Record<string, never> {
  return Object.fromEntries(
    Object.entries(options).map(([key, value]) => [
      key.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
      value as never,
    ]),
  );
}
