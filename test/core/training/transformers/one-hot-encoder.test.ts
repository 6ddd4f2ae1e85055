import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromRows } from '../../../../src/core/table/from-rows.ts';
import { isTable } from '../../../../src/core/table/table.ts';
import { NotFittedError } from '../../../../src/core/training/not-fitted-error.ts';
import { OneHotEncoder } from '../../../../src/core/training/transformers/one-hot-encoder.ts';
import { camelCaseKeys, readVectors, rowsOf, tableOf } from './vectors.ts';

test.each(readVectors('one_hot').map((vector) => [JSON.stringify(vector.options), vector] as const))(
  'encodes as scikit-learn does with %s',
  async (_, vector) => {
    const encoder = new OneHotEncoder(camelCaseKeys(vector.options));
    const run = async () => (await encoder.fit(tableOf(vector.fit))).transform(tableOf(vector.transform));
    if (vector.error !== undefined) {
      await expect(run()).rejects.toMatchObject({ name: 'ValueError', message: vector.error });
      return;
    }
    const output = await run();
    expect(encoder.getFeatureNamesOut()).toEqual(vector.names);
    expect(rowsOf(output)).toEqual(vector.matrix);
  },
);

const PLANS = fromRows([{ plan: 'basic' }, { plan: null }, { plan: 'premium' }]);

test('a missing value is the last category, whether it is null or NaN', async () => {
  const encoder = await new OneHotEncoder().fit(fromRows([{ x: 2.5 }, { x: Number.NaN }, { x: null }]));
  expect(encoder.categories).toEqual([[2.5, null]]);
});

test('a table gives a named table, a matrix gives a matrix', async () => {
  const table = await new OneHotEncoder().fitTransform(PLANS);
  expect(isTable(table) && [...table.columns.keys()]).toEqual(['plan_basic', 'plan_premium', 'plan_nan']);
  const matrix = { data: Float64Array.of(3, 1, 3), nRows: 3, nCols: 1 };
  expect(await new OneHotEncoder().fitTransform(matrix)).toEqual({
    data: Float64Array.of(0, 1, 1, 0, 0, 1),
    nRows: 3,
    nCols: 2,
  });
});

test('the text nan beside a missing value gets a column of its own', async () => {
  const encoder = new OneHotEncoder();
  const output = await encoder.fitTransform(fromRows([{ x: 'nan' }, { x: null }, { x: 'a' }]));
  expect(encoder.getFeatureNamesOut()).toEqual(['x_a', 'x_nan', 'x_nan']);
  expect(isTable(output) && [...output.columns.keys()]).toEqual(['x_a', 'x_nan', 'x_nan.1']);
  expect(rowsOf(output)).toEqual([
    [0, 1, 0],
    [0, 0, 1],
    [1, 0, 0],
  ]);
});

test('an unknown category under error comes with a hint', async () => {
  const encoder = await new OneHotEncoder().fit(PLANS);
  expect(() => encoder.transform(fromRows([{ plan: 'x' }]))).toThrow(
    expect.objectContaining({
      name: 'ValueError',
      message: "Found unknown categories ['x'] in column 0 during transform",
      hint: expect.stringContaining("handleUnknown: 'ignore'"),
    }),
  );
});

test('a value of another type than in fit is unknown', async () => {
  const encoder = await new OneHotEncoder({ handleUnknown: 'ignore' }).fit(PLANS);
  expect(rowsOf(encoder.transform(fromRows([{ plan: 1 }])))).toEqual([[0, 0, 0]]);
});

test('other columns than in fit are refused by name', async () => {
  const encoder = await new OneHotEncoder().fit(PLANS);
  expect(() => encoder.transform(fromRows([{ tier: 'basic' }]))).toThrow(
    "The feature names should match those that were passed during fit (unseen at fit time: 'tier'; seen at fit time, yet now missing: 'plan')",
  );
});

test('an encoder before fit, an empty table and an unknown option are errors', async () => {
  expect(() => new OneHotEncoder().transform(PLANS)).toThrow(NotFittedError);
  await expect(new OneHotEncoder().fit(fromRows([]))).rejects.toThrow('Found array with 0 sample(s)');
  expect(() => new OneHotEncoder({ handleUnknown: 'ignroe' as 'ignore' })).toThrow(
    "handleUnknown of OneHotEncoder is 'ignroe'",
  );
});

test('an encoder restored from its artifact encodes and digests alike', async () => {
  const encoder = await new OneHotEncoder({ handleUnknown: 'ignore', drop: 'first' }).fit(PLANS);
  const restored = OneHotEncoder.fromArtifact(structuredClone(encoder.toArtifact()));
  expect(restored.transform(PLANS)).toEqual(encoder.transform(PLANS));
  expect(restored.digest()).toBe(encoder.digest());
});

test('true and 1 are the same category, as they are equal in Python', async () => {
  const encoder = await new OneHotEncoder().fit(fromRows([{ tv: false }, { tv: true }]));
  expect(rowsOf(encoder.transform(fromRows([{ tv: 1 }, { tv: 0 }])))).toEqual([
    [0, 1],
    [1, 0],
  ]);
});

test('every row has one 1, in the column named for its value', async () => {
  const values = fc.array(fc.option(fc.string({ maxLength: 2 })), { minLength: 1, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(values, async (cells) => {
      fc.pre(!cells.includes('nan'));
      const table = fromRows(
        cells.map((x) => ({ x })),
        { dtypes: { x: 'string' } },
      );
      const encoder = await new OneHotEncoder().fit(table);
      const names = encoder.getFeatureNamesOut();
      rowsOf(encoder.transform(table)).forEach((row, i) => {
        const expected = names.map((name) => Number(name === `x_${cells[i] ?? 'nan'}`));
        expect(row).toEqual(expected);
      });
    }),
  );
});

test.each<[string, object, string]>([
  ['categories that are no list', { categories: 'x' }, "categories of OneHotEncoder holds 'x'"],
  ['one list for all columns', { categories: ['x', 'y'] }, "categories of OneHotEncoder holds 'x'"],
  [
    'a list of categories too many',
    { categories: [['x'], ['y']] },
    'categories of OneHotEncoder has 2 entries for 1 columns',
  ],
  ['a number to drop', { drop: 5 }, 'drop of OneHotEncoder holds 5'],
  [
    'two categories to drop of one column',
    { drop: ['x', 'y'] },
    'drop of OneHotEncoder has 2 entries for 1 columns',
  ],
])('refuses %s', async (_, options, message) => {
  await expect(
    (async () => new OneHotEncoder(options).fit(fromRows([{ plan: 'x' }])))(),
  ).rejects.toMatchObject({ name: 'ValueError', message });
});

test('given categories of numbers are in order, a missing one last', async () => {
  const rows = fromRows([{ x: 2 }, { x: 1 }, { x: null }]);
  const encoding = (categories: (number | null)[]) =>
    new OneHotEncoder({ categories: [categories] }).fit(rows);
  await expect(encoding([2, 1, null])).rejects.toThrow('Unsorted categories are not supported');
  expect((await encoding([1, 2, null])).getFeatureNamesOut()).toEqual(['x_1.0', 'x_2.0', 'x_nan']);
});
