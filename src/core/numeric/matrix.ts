import { quote, ValueError } from '../errors.ts';
import { type Column, isNull } from '../table/column.ts';
import { isTable, type Table } from '../table/table.ts';

/** Numbers row by row: the value at row i, column j is `data[i * nCols + j]`. Missing values are NaN. */
export interface Matrix {
  readonly data: Float64Array | Float32Array | Uint8Array;
  readonly nRows: number;
  readonly nCols: number;
}

/** What an estimator accepts as X: a matrix, or a table whose columns are all numbers or booleans. */
export type Features = Table | Matrix;

/** Whether `value` is a `Matrix`. */
export function isMatrix(value: unknown): value is Matrix {
  return (
    typeof value === 'object' && value !== null && !isTable(value) && 'data' in value && 'nCols' in value
  );
}

/**
 * The numbers of `features`: booleans as 0/1, timestamps as milliseconds, nulls as NaN. A text column is a
 * `ValueError`, as scikit-learn cannot convert it either; so is a matrix whose data has another length.
 */
export function toMatrix(features: Features): Matrix {
  if (!isTable(features)) {
    if (features.data.length !== features.nRows * features.nCols) {
      throw new ValueError(
        `matrix of ${features.nRows} × ${features.nCols} has ${features.data.length} values`,
        'data holds nRows × nCols numbers, row by row',
      );
    }
    return features;
  }
  const { nRows, columns } = features;
  const nCols = columns.size;
  const data = new Float64Array(nRows * nCols);
  let position = 0;
  for (const [name, column] of columns) fillColumn(data, { name, column, position: position++, nCols });
  return { data, nRows, nCols };
}

function fillColumn(
  data: Float64Array,
  place: { name: string; column: Column; position: number; nCols: number },
): void {
  const { name, column, position, nCols } = place;
  if (column.dtype === 'string') {
    throw new ValueError(
      `could not convert string to float: ${quote(column.dictionary[column.values[0] ?? 0] ?? '')} (column ${quote(name)})`,
      'encode text columns first, for example with OneHotEncoder in a ColumnTransformer',
    );
  }
  for (let row = 0; row < column.values.length; row++) {
    data[row * nCols + position] = isNull(column, row) ? Number.NaN : column.values[row]!;
  }
}
