import { quote, TypeMismatchError, ValueError } from '../../core/errors.ts';
import { type Features, isMatrix, type Matrix, toMatrix } from '../../core/numeric/matrix.ts';
import { type Cell, cellAt } from '../../core/table/column.ts';
import { columnFromCells, fromRows, type Row } from '../../core/table/from-rows.ts';
import { createTable, isTable, type Table } from '../../core/table/table.ts';
import type { Label } from '../../core/training/estimator.ts';
import { type DataFrame, isDataFrame, isSeries, type Series } from './danfo.ts';

/** What every function of the lab API takes where it needs a table. */
export type AcceptedTable = Table | DataFrame | readonly Row[];

/** What an estimator takes as X. */
export type AcceptedFeatures = AcceptedTable | Matrix | readonly (readonly number[])[];

/** What is taken where one value per row is needed: labels, scores, weights. */
export type AcceptedVector = ArrayLike<Label> | Series | AcceptedTable;

/** The columnar table of any accepted form. In a DataFrame, NaN is a missing value, as it is in pandas. */
export function toTable(input: AcceptedTable): Table {
  if (isTable(input)) return input;
  if (isDataFrame(input)) {
    return createTable(
      input.columns.map((name) => [name, columnFromCells(cellsOf(input.column(name)), { name })]),
    );
  }
  if (Array.isArray(input) && !hasHole(input) && input.every(isRow)) return fromRows(input);
  refusePromise(input, 'the table');
  throw new TypeMismatchError(
    `${quote(input)} is no table`,
    'give a DataFrame, a lab table, or an array of row objects',
  );
}

/** A `TypeError` where an `await` was forgotten: nothing that the lab takes is a promise. */
export function refusePromise(value: unknown, name: string): void {
  if (!(value instanceof Promise)) return;
  throw new TypeMismatchError(`${name} is a promise`, `put await before the call that gives ${name}`);
}

/** X in the form estimators work on: a table as above, a matrix as it is, an array of number rows as a matrix. */
export function toFeatures(input: AcceptedFeatures): Features {
  if (isMatrix(input) && !isDataFrame(input)) return checkMatrix(input);
  const isRows = Array.isArray(input) && input.length > 0 && !hasHole(input) && input.every(isNumberRow);
  if (isRows) return matrixOfRows(input);
  return toTable(input as AcceptedTable);
}

/** A matrix as it was given, its sizes checked; a plain list of numbers in it becomes an array of them. */
export function checkMatrix(matrix: Matrix): Matrix {
  const { data, nRows, nCols } = matrix;
  if (![nRows, nCols].every((size) => Number.isInteger(size) && size >= 0)) {
    throw new ValueError(
      `matrix of ${quote(nRows)} × ${quote(nCols)}`,
      'nRows and nCols are whole numbers from 0 on',
    );
  }
  if (Array.isArray(data)) {
    const values = (data as readonly unknown[]).map((value, i) =>
      numberIn(value, Math.floor(i / nCols), i % nCols),
    );
    return toMatrix({ data: Float64Array.from(values), nRows, nCols });
  }
  if (ArrayBuffer.isView(data)) return toMatrix(matrix) as Matrix;
  throw new TypeMismatchError(
    `the data of a matrix is ${quote(data)}`,
    'give a Float64Array of nRows × nCols numbers, row by row',
  );
}

/** One value per row. A table must have one column; a missing value is an error that names its row. */
export function toVector(input: AcceptedVector, name: string): ArrayLike<Label> {
  if (isTable(input) || isDataFrame(input)) return vectorOfTable(toTable(input), name);
  const values = isSeries(input) ? cellsOf(input) : (input as ArrayLike<Label>);
  if (!Array.isArray(values) && !ArrayBuffer.isView(values)) {
    refusePromise(values, name);
    throw new TypeMismatchError(`${name} is ${quote(input)}`, 'give an array with one value per row');
  }
  const missing = Array.isArray(values)
    ? values.findIndex((value) => value === null || value === undefined)
    : -1;
  if (missing >= 0) throw missingValue(name, missing);
  if (values.length > 0 && isRow(values[0])) return vectorOfTable(toTable(input as AcceptedTable), name);
  if (Array.isArray(values) && values.some((value) => !isLabel(value))) return vectorOfRows(values, name);
  return values as ArrayLike<Label>;
}

/** One number per row; booleans count as 0 and 1. */
export function toNumbers(input: AcceptedVector, name: string): Float64Array {
  const values = toVector(input, name);
  return Float64Array.from({ length: values.length }, (_, row) => {
    const value = values[row];
    if (typeof value === 'number' || typeof value === 'boolean') return Number(value);
    throw new TypeMismatchError(
      `${name} holds ${quote(value)} in row ${row + 1}`,
      'give one number per row; of probabilities, the column of the positive class: proba.map((p) => p[1])',
    );
  });
}

function cellsOf(series: Series): Cell[] {
  return (series.values as Cell[]).map((value) =>
    Number.isNaN(value) || value === undefined ? null : value,
  );
}

/** Whether an entry of the list is absent: the methods of lists pass over such holes. */
function hasHole(list: readonly unknown[]): boolean {
  return list.includes(undefined);
}

function isLabel(value: unknown): boolean {
  return ['number', 'boolean', 'string'].includes(typeof value);
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}

function isNumberRow(value: unknown): value is ArrayLike<number> {
  return Array.isArray(value) || ArrayBuffer.isView(value);
}

function matrixOfRows(rows: readonly ArrayLike<number>[]): Matrix {
  const nCols = rows[0]!.length;
  const data = new Float64Array(rows.length * nCols);
  rows.forEach((row, i) => {
    if (row.length !== nCols) {
      throw new ValueError(
        `row ${i + 1} has ${row.length} values, row 1 has ${nCols}`,
        'make all rows equally long',
      );
    }
    for (let j = 0; j < nCols; j++) data[i * nCols + j] = numberIn(row[j], i, j);
  });
  return { data, nRows: rows.length, nCols };
}

/** A cell of a list of lists: a missing one is NaN, which it is up to the estimator to refuse. */
function numberIn(value: unknown, row: number, column: number): number {
  if (typeof value === 'number' || typeof value === 'boolean') return Number(value);
  if (value === null || value === undefined) return Number.NaN;
  throw new TypeMismatchError(
    `row ${row + 1} has ${quote(value)} at position ${column + 1}`,
    'rows without column names hold numbers; give texts as row objects and encode them',
  );
}

/** A column given as rows of one value each, which scikit-learn takes too. */
function vectorOfRows(rows: readonly unknown[], name: string): Label[] {
  return rows.map((row, i) => {
    const value = isNumberRow(row) && row.length === 1 ? row[0] : row;
    if (isLabel(value)) return value as Label;
    if (isNumberRow(row)) {
      throw new ValueError(
        `${name} should be a 1d array, but row ${i + 1} has ${row.length} values`,
        'give one value per row; of probabilities, one column: proba.map((p) => p[1])',
      );
    }
    throw new TypeMismatchError(
      `${name} holds ${quote(value)} in row ${i + 1}`,
      'give numbers, booleans or strings, one per row',
    );
  });
}

function vectorOfTable(table: Table, name: string): Label[] {
  if (table.columns.size !== 1) {
    throw new ValueError(
      `${name} is a table of ${table.columns.size} columns`,
      'give one column: a Series, an array, or a table with that column alone',
    );
  }
  const [column] = [...table.columns.values()] as [Parameters<typeof cellAt>[0]];
  return Array.from({ length: table.nRows }, (_, row) => {
    const cell = cellAt(column, row);
    if (cell === null) throw missingValue(name, row);
    return cell instanceof Date ? cell.getTime() : cell;
  });
}

function missingValue(name: string, row: number): ValueError {
  return new ValueError(`${name} has no value in row ${row + 1}`, 'leave out the rows without a value first');
}
