import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rankColumns, toFloat32 } from '../../../../src/core/training/forest/ranked-columns.ts';

const matrixOf = (rows: readonly (readonly number[])[]) => ({
  data: Float64Array.from(rows.flat()),
  nRows: rows.length,
  nCols: rows[0]!.length,
});

it('ranks every value among the distinct float32 values of its column', () => {
  const cell = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ min: -1e30, max: 1e30, noNaN: true }));
  const rows = fc
    .integer({ min: 1, max: 4 })
    .chain((nCols) =>
      fc.array(fc.array(cell, { minLength: nCols, maxLength: nCols }), { minLength: 1, maxLength: 20 }),
    );
  fc.assert(
    fc.property(rows, (drawn) => {
      const { nRows, nCols, ranks, values, starts } = rankColumns(matrixOf(drawn));
      for (let column = 0; column < nCols; column++) {
        // Adding 0 turns -0, which tiny negative numbers are rounded to, into 0.
        const distinct = values.subarray(starts[column], starts[column + 1]).map((value) => value + 0);
        expect([...distinct]).toEqual([...new Set(distinct)].sort((a, b) => a - b));
        drawn.forEach((row, i) => {
          expect(distinct[ranks[column * nRows + i]!]).toBe(Math.fround(row[column]!) + 0);
        });
      }
    }),
  );
});

it('counts zero and minus zero as one value', () => {
  expect([...rankColumns(matrixOf([[-0], [0], [1]])).ranks]).toEqual([0, 0, 1]);
});

it('names the first value that float32 cannot hold, in training as in prediction', () => {
  const matrix = matrixOf([
    [1, 2],
    [3, -1e39],
  ]);
  for (const read of [rankColumns, toFloat32]) {
    expect(() => read(matrix)).toThrow(
      'Input X contains a value too large for float32: -1e+39 (row 1, column 1)',
    );
  }
  expect([...toFloat32(matrixOf([[0.1]]))]).toEqual([Math.fround(0.1)]);
});
