import { isMatrix, type Matrix } from '../numeric/matrix.ts';
import type { Column } from '../table/column.ts';
import { isTable, type Table } from '../table/table.ts';
import type { Label, Labels } from '../training/estimator.ts';

/** MLflow's column types (R25). The lab infers all but integer and float, which signatures from elsewhere have. */
export type DataType = 'boolean' | 'integer' | 'long' | 'float' | 'double' | 'string' | 'binary' | 'datetime';

/** One named column of a signature; one that is not required may be absent. */
export interface ColumnSpec {
  readonly type: DataType;
  readonly name: string;
  readonly required: boolean;
}

/** An array without column names; −1 stands for any number of rows. */
export interface TensorSpec {
  readonly type: 'tensor';
  readonly 'tensor-spec': { readonly dtype: string; readonly shape: readonly number[] };
}

/** What a model takes or gives: named columns, or one tensor. */
export type Schema = readonly (ColumnSpec | TensorSpec)[];

/** MLflow's model signature, as its JSON has it. */
export interface ModelSignature {
  readonly inputs: Schema | null;
  readonly outputs: Schema | null;
  readonly params: null;
}

/**
 * The signature that MLflow 2.16 infers from inputs and predictions: tables give columns, arrays tensors. A
 * column with nulls is not required, but for timestamps, whose nulls MLflow does not see; with nulls, whole
 * numbers are double, as pandas holds them as floats.
 */
export function inferSignature(
  inputs: Table | Matrix | null,
  outputs?: Table | Matrix | Labels | null,
): ModelSignature {
  return { inputs: inferSchema(inputs), outputs: inferSchema(outputs), params: null };
}

/** A column's type in MLflow's terms. */
function dataTypeOf(column: Column): DataType {
  switch (column.dtype) {
    case 'bool':
      return 'boolean';
    case 'int64':
      return hasNulls(column) ? 'double' : 'long';
    case 'float64':
      return 'double';
    case 'timestamp':
      return 'datetime';
    case 'string':
      return 'string';
  }
}

/** Whether a value of the column is missing; in a float64 column NaN counts. */
export function hasNulls(column: Column): boolean {
  if (column.nulls?.includes(1)) return true;
  return column.dtype === 'float64' && column.values.some(Number.isNaN);
}

function inferSchema(data: Table | Matrix | Labels | null | undefined): Schema | null {
  if (data === null || data === undefined) return null;
  if (isTable(data)) {
    return [...data.columns].map(([name, column]) => ({
      type: dataTypeOf(column),
      name,
      required: column.dtype === 'timestamp' || !hasNulls(column),
    }));
  }
  if (isMatrix(data)) return [tensor(numpyTypeOf(data.data), [-1, data.nCols])];
  const labels = data as Labels;
  return [tensor(ArrayBuffer.isView(labels) ? numpyTypeOf(labels) : labelType(Array.from(labels)), [-1])];
}

function tensor(dtype: string, shape: readonly number[]): TensorSpec {
  return { type: 'tensor', 'tensor-spec': { dtype, shape } };
}

function numpyTypeOf(values: ArrayBufferView): string {
  return values.constructor.name
    .replace(/Array$/, '')
    .replace('Clamped', '')
    .toLowerCase();
}

function labelType(labels: readonly Label[]): string {
  if (labels.every((label) => typeof label === 'boolean')) return 'bool';
  if (labels.some((label) => typeof label === 'string')) return 'str';
  return labels.every(Number.isSafeInteger) ? 'int64' : 'float64';
}
