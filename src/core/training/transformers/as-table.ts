import { type Features, isMatrix, toMatrix } from '../../numeric/matrix.ts';
import type { Column } from '../../table/column.ts';
import { createTable, isTable, type Table } from '../../table/table.ts';
import { uniqueNames } from './unique-names.ts';

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

/**
 * What a transformer answers: the columns as a table if it was given a table, as a matrix if it was given one. Of
 * columns of one name, which scikit-learn allows and a table does not, the later ones get a number.
 */
export function answerLike(
  given: Features,
  columns: readonly (readonly [string, Column])[],
  nRows: number,
): Features {
  const names = uniqueNames(columns.map(([name]) => name));
  const table = { ...createTable(columns.map(([, column], j) => [names[j]!, column])), nRows };
  return isMatrix(given) ? toMatrix(table) : table;
}
