import { expect, test } from 'vitest';
import type { Matrix } from '../../../src/core/numeric/matrix.ts';
import { fromRows } from '../../../src/core/table/from-rows.ts';
import { checkX, checkXy } from '../../../src/core/training/check-inputs.ts';

const matrix: Matrix = { data: Float64Array.of(1, 2, 3, 4), nRows: 2, nCols: 2 };

test('good input comes back as a matrix, the sorted classes and a code per row', () => {
  expect(checkXy(matrix, ['stay', 'leave'])).toEqual({
    matrix,
    featureNames: null,
    classes: ['leave', 'stay'],
    codes: Int32Array.of(1, 0),
  });
});

test('X and y of different lengths are a ValueError that names both lengths', () => {
  expectValueError(() => checkXy(matrix, [0]), 'inconsistent numbers of samples: [2, 1]');
});

test.each([
  [{ data: new Float64Array(0), nRows: 0, nCols: 3 }, '0 sample(s) (shape=(0, 3))'],
  [{ data: new Float64Array(0), nRows: 3, nCols: 0 }, '0 feature(s) (shape=(3, 0))'],
  [{ data: Float64Array.of(1, Number.NaN), nRows: 1, nCols: 2 }, 'contains NaN (first at row 0, column 1)'],
  [
    { data: Float64Array.of(1, -Infinity), nRows: 2, nCols: 1 },
    'contains infinity (first at row 1, column 0)',
  ],
])('the matrix %j is a ValueError', (features, message) => {
  expectValueError(() => checkX(features), message);
});

test('a null in a table is reported by its column name', () => {
  const table = fromRows([{ age: 1 }, { age: null }]);
  expectValueError(() => checkX(table), "contains NaN (first at row 1, column 'age')");
});

test('a fractional label is refused as a regression target', () => {
  expectValueError(() => checkXy(matrix, [0, 0.5]), 'Unknown label type: continuous, found 0.5');
});

test('another number of columns than the model was fitted with is a ValueError', () => {
  expectValueError(
    () => checkX(matrix, { nFeatures: 3, featureNames: null }),
    'X has 2 features, but the model was fitted with 3',
  );
});

function expectValueError(run: () => unknown, message: string): void {
  expect(run).toThrow(
    expect.objectContaining({ name: 'ValueError', message: expect.stringContaining(message) }),
  );
}
