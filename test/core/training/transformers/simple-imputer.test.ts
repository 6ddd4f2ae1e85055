import { expect, test } from 'vitest';
import { fromRows } from '../../../../src/core/table/from-rows.ts';
import type { Table } from '../../../../src/core/table/table.ts';
import { toRows } from '../../../../src/core/table/to-rows.ts';
import { SimpleImputer } from '../../../../src/core/training/transformers/simple-imputer.ts';
import { camelCaseKeys, featuresOf, readVectors, rowsOf } from './vectors.ts';

test.each(readVectors('imputer').map((vector) => [JSON.stringify(vector.options), vector] as const))(
  'fills as scikit-learn does with %s',
  async (_, vector) => {
    const imputer = await new SimpleImputer(camelCaseKeys(vector.options)).fit(
      featuresOf(vector.fit, vector.as_array),
    );
    expect(imputer.statistics).toEqual(vector.statistics);
    expect(imputer.getFeatureNamesOut(vector.fit.map(([name]) => name))).toEqual(vector.names);
    const output = imputer.transform(featuresOf(vector.transform, vector.as_array));
    const isText = vector.fit.some(([, dtype]) => dtype === 'string');
    const rows = isText ? toRows(output as Table).map((row) => Object.values(row)) : rowsOf(output);
    expect(rows).toEqual(vector.matrix.map((row) => row.map((cell) => (isText ? cell : Number(cell)))));
  },
);

test('whole numbers and booleans keep their type when the fill value allows it', async () => {
  const table = fromRows([
    { n: 1, b: true },
    { n: null, b: null },
    { n: 1, b: true },
  ]);
  const filled = await new SimpleImputer({ strategy: 'most_frequent' }).fitTransform(table);
  expect(toRows(filled as Table)[1]).toEqual({ n: 1, b: true });
  expect([...(filled as Table).columns.values()].map(({ dtype }) => dtype)).toEqual(['int64', 'bool']);
});

test('a mean of text, a fill value of the wrong type and an unknown strategy are errors', async () => {
  await expect(new SimpleImputer().fit(fromRows([{ plan: 'basic' }]))).rejects.toThrow(
    "Cannot use mean strategy with non-numeric data: could not convert string to float: 'basic'",
  );
  await expect(
    new SimpleImputer({ strategy: 'constant', fillValue: 'none' }).fit(fromRows([{ fee: 1.5 }])),
  ).rejects.toThrow("fillValue 'none' cannot be cast to column 'fee', which is float64");
  expect(() => new SimpleImputer({ strategy: 'avg' as 'mean' })).toThrow(
    "strategy of SimpleImputer is 'avg'",
  );
});

test('an imputer restored from its artifact fills and digests alike', async () => {
  const table = fromRows([{ x: 1 }, { x: null }, { x: 4.5 }]);
  const imputer = await new SimpleImputer({ addIndicator: true }).fit(table);
  const restored = SimpleImputer.fromArtifact(structuredClone(imputer.toArtifact()));
  expect(restored.transform(table)).toEqual(imputer.transform(table));
  expect(restored.digest()).toBe(imputer.digest());
});
