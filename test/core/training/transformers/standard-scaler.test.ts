import { expect, test } from 'vitest';
import { fromRows } from '../../../../src/core/table/from-rows.ts';
import { NotFittedError } from '../../../../src/core/training/not-fitted-error.ts';
import { StandardScaler } from '../../../../src/core/training/transformers/standard-scaler.ts';
import { camelCaseKeys, featuresOf, readVectors, rowsOf } from './vectors.ts';

const named = readVectors('scaler').map((vector) => {
  const rows = vector.fit[0]![2].length;
  const kind = vector.as_array ? 'array' : 'DataFrame';
  return [`${rows} rows of a ${kind} with ${JSON.stringify(vector.options)}`, vector] as const;
});

test.each(named)('has the statistics of scikit-learn to the last bit for %s', async (_, vector) => {
  const features = featuresOf(vector.fit, vector.as_array);
  const scaler = await new StandardScaler(camelCaseKeys(vector.options)).fit(features);
  if (vector.mean !== null) expect([...scaler.mean]).toEqual(vector.mean);
  if (vector.var !== null) {
    expect([...scaler.var]).toEqual(vector.var);
    expect([...scaler.scale]).toEqual(vector.scale);
  }
  expect([...scaler.nSamplesSeen]).toEqual(vector.n_samples_seen);
  expect(rowsOf(scaler.transform(features)).slice(0, 5)).toEqual(vector.head);
});

test('a missing value stays missing and does not count', async () => {
  const table = fromRows([{ x: 1 }, { x: null }, { x: 3 }]);
  expect(rowsOf(await new StandardScaler().fitTransform(table))).toEqual([[-1], [null], [1]]);
});

test('text and an unfitted scaler are errors', async () => {
  await expect(new StandardScaler().fit(fromRows([{ plan: 'basic' }]))).rejects.toThrow(
    "could not convert string to float: 'basic'",
  );
  expect(() => new StandardScaler().transform(fromRows([{ x: 1 }]))).toThrow(NotFittedError);
});

test('a scaler whose fit failed is unfitted', async () => {
  const scaler = await new StandardScaler().fit(fromRows([{ x: 1 }, { x: 3 }]));
  await expect(scaler.fit(fromRows([{ x: 'one' }]))).rejects.toThrow('could not convert');
  expect(() => scaler.mean).toThrow(NotFittedError);
});

test('a scaler restored from its artifact scales and digests alike', async () => {
  const table = fromRows([{ x: 1 }, { x: 3 }, { x: 4.5 }]);
  const scaler = await new StandardScaler().fit(table);
  const restored = StandardScaler.fromArtifact(structuredClone(scaler.toArtifact()));
  expect(restored.transform(table)).toEqual(scaler.transform(table));
  expect(restored.digest()).toBe(scaler.digest());
});
