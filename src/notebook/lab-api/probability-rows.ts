import type { Matrix } from '../../core/numeric/matrix.ts';

/** Class probabilities as `predictProba` gives them: `proba[row][k]`, and at the same time a `Matrix`. */
export type ProbabilityRows = Float64Array[] & Matrix;

/** The matrix as an array of rows that share its memory; `data`, `nRows` and `nCols` stay readable. */
export function toProbabilityRows({ data, nRows, nCols }: Matrix): ProbabilityRows {
  const doubles = data instanceof Float64Array ? data : Float64Array.from(data);
  const rows = Array.from({ length: nRows }, (_, row) => doubles.subarray(row * nCols, (row + 1) * nCols));
  return Object.defineProperties(rows, {
    data: { value: doubles },
    nRows: { value: nRows },
    nCols: { value: nCols },
  }) as ProbabilityRows;
}
