import { expect, test } from 'vitest';
import {
  LogisticRegression,
  type LogisticRegressionParams,
} from '../../../src/core/training/logistic-regression.ts';
import { readVectors } from '../../parity/read-vectors.ts';

interface LogisticCase {
  readonly name: string;
  readonly nCols: number;
  readonly x: number[];
  readonly y: number[];
  readonly params: Partial<LogisticRegressionParams>;
  readonly coef: number[];
  readonly intercept: number[];
  readonly nIter: number;
  readonly converged: boolean;
  readonly proba: number[];
  readonly predicted: number[];
}

const { cases } = await readVectors<{ cases: LogisticCase[] }>('logistic.json');

test('there are 20 fits to compare', () => {
  expect(cases.length).toBe(20);
});

test.each(cases)(
  '$name: same iterations and, to 1e-10, the same coefficients as scikit-learn 1.7.2',
  async (each) => {
    const { x, y, nCols, params } = each;
    const warnings: string[] = [];
    const X = { data: Float64Array.from(x), nRows: y.length, nCols };
    const model = await new LogisticRegression({ ...params, onWarning: (text) => warnings.push(text) }).fit(
      X,
      y,
    );
    expect(model.nIter).toBe(each.nIter);
    expect(model.converged).toBe(each.converged);
    expect(warnings.length).toBe(each.converged ? 0 : 1);
    expectClose(model.coef.data, each.coef);
    expectClose(model.intercept, each.intercept);
    const nRows = each.predicted.length;
    const head = { data: X.data.slice(0, nRows * nCols), nRows, nCols };
    expectClose((await model.predictProba(head)).data, each.proba);
    expect(await model.predict(head)).toEqual(each.predicted);
  },
);

const X = { data: Float64Array.of(0, 1, 2, 3, 4, 5), nRows: 6, nCols: 1 };

test('the digest of a fixed fit never changes: its exponentials and logarithms are our own', async () => {
  const model = await new LogisticRegression().fit(X, [0, 0, 1, 0, 1, 1]);
  const copy = LogisticRegression.fromArtifact(structuredClone(model.toArtifact()));
  expect(copy.digest()).toBe(model.digest());
  expect(await copy.predictProba(X)).toEqual(await model.predictProba(X));
  expect(model.digest()).toMatchInlineSnapshot(
    `"e44998ed7f4521b300ed908c3fceab18f85b34f6e193a63a81c83f9df0f279dd"`,
  );
});

test('text and boolean labels come back as they were', async () => {
  const text = await new LogisticRegression().fit(X, ['no', 'no', 'no', 'yes', 'yes', 'yes']);
  expect(text.classes).toEqual(['no', 'yes']);
  expect(await text.predict(X)).toEqual(['no', 'no', 'no', 'yes', 'yes', 'yes']);
  const ends = { ...X, data: Float64Array.of(0, 5), nRows: 2 };
  const flags = await new LogisticRegression({ classWeight: { false: 1, true: 2 } }).fit(ends, [false, true]);
  expect(await flags.predict(ends)).toEqual([false, true]);
});

test('one class only is a ValueError and leaves the model unfitted', async () => {
  const model = await new LogisticRegression().fit(X, [0, 1, 0, 1, 0, 1]);
  await expect(model.fit(X, [1, 1, 1, 1, 1, 1])).rejects.toMatchObject({
    name: 'ValueError',
    message: 'y contains only one class: 1',
    hint: expect.stringContaining('at least 2 classes'),
  });
  await expect(model.predict(X)).rejects.toMatchObject({ name: 'NotFittedError' });
});

test('a missing value is a ValueError that advises to impute', async () => {
  const withNull = { ...X, data: Float64Array.of(0, 1, Number.NaN, 3, 4, 5) };
  await expect(new LogisticRegression().fit(withNull, [0, 1, 0, 1, 0, 1])).rejects.toMatchObject({
    message: 'Input X contains NaN (first at row 2, column 0)',
    hint: expect.stringContaining('SimpleImputer'),
  });
});

test('progress counts iterations and an aborted signal stops the fit', async () => {
  const done: number[] = [];
  const model = await new LogisticRegression().fit(X, [0, 0, 1, 0, 1, 1], {
    onProgress: (p) => done.push(p.done),
  });
  expect(done).toEqual(Array.from({ length: model.nIter }, (_, i) => i + 1));
  const fit = new LogisticRegression().fit(X, [0, 0, 1, 0, 1, 1], { signal: { aborted: true } });
  await expect(fit).rejects.toMatchObject({ name: 'AbortError' });
});

test.each([
  [{ C: 0 }, 'invalid value for C: 0'],
  [{ C: '5' }, "invalid value for C: '5'"],
  [{ tol: null }, 'invalid value for tol: null'],
  [{ maxIter: 1.5 }, 'invalid value for maxIter: 1.5'],
  [{ tol: -1 }, 'invalid value for tol: -1'],
  [{ classWeight: 'balancd' }, "invalid value for classWeight: 'balancd'"],
  [{ randomState: -1 }, 'invalid value for randomState: -1'],
])('the parameters %j are a ValueError', (params, message) => {
  expect(() => new LogisticRegression(params as object)).toThrow(
    expect.objectContaining({ name: 'ValueError', message }),
  );
});

test('a parameter that scikit-learn has and this does not is a TypeError', () => {
  expect(() => new LogisticRegression({ penalty: 'l1' } as object)).toThrow(
    expect.objectContaining({
      name: 'TypeError',
      message: "unknown parameter 'penalty' of LogisticRegression",
    }),
  );
});

function expectClose(actual: ArrayLike<number>, expected: readonly number[]): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, i) => {
    expect(Math.abs(actual[i]! - value)).toBeLessThanOrEqual(1e-10 * Math.max(Math.abs(value), 1e-3));
  });
}
