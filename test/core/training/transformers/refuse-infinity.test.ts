import { expect, test } from 'vitest';
import { fromRows } from '../../../../src/core/table/from-rows.ts';
import { OneHotEncoder } from '../../../../src/core/training/transformers/one-hot-encoder.ts';
import { refuseInfinity } from '../../../../src/core/training/transformers/refuse-infinity.ts';
import { SimpleImputer } from '../../../../src/core/training/transformers/simple-imputer.ts';
import { StandardScaler } from '../../../../src/core/training/transformers/standard-scaler.ts';

const INFINITE = fromRows([{ fee: 1 }, { fee: Number.NEGATIVE_INFINITY }]);
const FINITE = fromRows([{ fee: 1 }, { fee: 2.5 }]);

test.each([
  ['OneHotEncoder', new OneHotEncoder({ handleUnknown: 'ignore' })],
  ['SimpleImputer', new SimpleImputer()],
  ['StandardScaler', new StandardScaler()],
])('%s refuses infinity in fit and in transform', async (_, transformer) => {
  const error = { name: 'ValueError', message: "Input X contains infinity (first at row 1, column 'fee')" };
  await expect(transformer.fit(INFINITE)).rejects.toMatchObject(error);
  await transformer.fit(FINITE);
  expect(() => transformer.transform(INFINITE)).toThrow(expect.objectContaining(error));
});

test('missing values pass, texts too', () => {
  refuseInfinity(
    fromRows([
      { fee: null, plan: 'a' },
      { fee: Number.NaN, plan: null },
    ]),
  );
  refuseInfinity({ data: Float64Array.of(Number.NaN, 1), nRows: 1, nCols: 2 });
});

test('of a matrix the position is told', () => {
  const data = Float64Array.of(1, 2, 3, Number.POSITIVE_INFINITY);
  expect(() => refuseInfinity({ data, nRows: 2, nCols: 2 })).toThrow('(first at row 1, column 1)');
});
