import { type Features, isMatrix, toMatrix } from '../../numeric/matrix.ts';
import type { Column } from '../../table/column.ts';
import { createTable, isTable, type Table } from '../../table/table.ts';

/** The features as a table: a table as it is, a matrix with the columns x0, x1, … that scikit-learn calls so. */
export function asTable(features: Features): Table {
  if (isTable(features)) return features;
  const { data, nRows, nCols } = toMatrix(features);
  const columns = Array.from({ length: nCols }, (_, j): readonly [string, Column] => {
    const values = Float64Array.from({ length: nRows }, (_, row) => data[row * nCols + j]!);
    return [`x${j}`, { dtype: 'float64', values, nulls: null }];
  });
  return { ...createTable(columns), nRows };
}

/** What a transformer answers: the columns as a table if it was given a table, as a matrix if it was given one. */
export function answerLike(
  given: Features,
  columns: Iterable<readonly [string, Column]>,
  nRows: number,
): Features {
  const table = { ...createTable(columns), nRows };
  return isMatrix(given) ? toMatrix(table) : table;
}
