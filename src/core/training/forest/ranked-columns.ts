import { ValueError } from '../../errors.ts';
import type { Matrix } from '../../numeric/matrix.ts';

/**
 * A matrix column by column, each value replaced by its position among the column's distinct float32 values.
 * Trees compare ranks where scikit-learn compares values. −0 counts as 0.
 */
export interface RankedColumns {
  readonly nRows: number;
  readonly nCols: number;
  /** `ranks[column * nRows + row]`. */
  readonly ranks: Int32Array;
  /** The distinct values of all columns, ascending within a column. */
  readonly values: Float32Array;
  /** Column c owns `values[starts[c]..starts[c + 1])`. */
  readonly starts: Int32Array;
}

/** Rounds to float32 and ranks every column; a value beyond float32 is a `ValueError`. n log n per column. */
export function rankColumns(matrix: Matrix): RankedColumns {
  const { nRows, nCols } = matrix;
  const ranks = new Int32Array(nRows * nCols);
  const starts = new Int32Array(nCols + 1);
  const distinctValues: Float32Array[] = [];
  for (let column = 0; column < nCols; column++) {
    const values = columnOf(matrix, column);
    const distinct = distinctSorted(values);
    const offset = column * nRows;
    for (let row = 0; row < nRows; row++) ranks[offset + row] = rankOf(values[row]!, distinct);
    starts[column + 1] = starts[column]! + distinct.length;
    distinctValues.push(distinct);
  }
  const values = new Float32Array(starts[nCols]!);
  distinctValues.forEach((distinct, column) => {
    values.set(distinct, starts[column]);
  });
  return { nRows, nCols, ranks, values, starts };
}

/** The matrix in float32, row by row, as trees read it when they predict; same error as `rankColumns`. */
export function toFloat32(matrix: Matrix): Float32Array {
  const rounded = Float32Array.from(matrix.data);
  for (let position = 0; position < rounded.length; position++) {
    if (!Number.isFinite(rounded[position]!)) throw tooLarge(matrix, position);
  }
  return rounded;
}

function columnOf(matrix: Matrix, column: number): Float32Array {
  const { data, nRows, nCols } = matrix;
  const values = new Float32Array(nRows);
  for (let row = 0; row < nRows; row++) {
    const position = row * nCols + column;
    // Adding 0 turns −0 into 0.
    values[row] = data[position]! + 0;
    if (!Number.isFinite(values[row]!)) throw tooLarge(matrix, position);
  }
  return values;
}

function distinctSorted(values: Float32Array): Float32Array {
  const sorted = values.slice().sort();
  let n = 0;
  for (const value of sorted) {
    if (n === 0 || value !== sorted[n - 1]) sorted[n++] = value;
  }
  return sorted.slice(0, n);
}

function rankOf(value: number, distinct: Float32Array): number {
  let low = 0;
  let high = distinct.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (distinct[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function tooLarge({ data, nCols }: Matrix, position: number): ValueError {
  const place = `row ${Math.floor(position / nCols)}, column ${position % nCols}`;
  return new ValueError(
    `Input X contains a value too large for float32: ${data[position]} (${place})`,
    'trees work on 32-bit floats, up to about 3.4e38; rescale the column',
  );
}
