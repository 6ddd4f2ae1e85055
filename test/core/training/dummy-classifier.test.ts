import { expect, test } from 'vitest';
import { DummyClassifier, type DummyClassifierOptions } from '../../../src/core/training/dummy-classifier.ts';
import { readVectors } from '../../parity/read-vectors.ts';

interface DummyCase {
  readonly y: number[];
  readonly params: DummyClassifierOptions;
  readonly predicted: number[];
  readonly proba: number[];
}

test('60 baselines predict and draw what scikit-learn 1.7.2 does', async () => {
  const { cases } = await readVectors<{ cases: DummyCase[] }>('dummy.json');
  expect(cases.length).toBe(60);
  for (const { y, params, predicted, proba } of cases) {
    const model = await new DummyClassifier(params).fit(rows(y.length), y);
    expect(await model.predict(rows(predicted.length)), JSON.stringify(params)).toEqual(predicted);
    expect([...(await model.predictProba(rows(predicted.length))).data], JSON.stringify(params)).toEqual(
      proba,
    );
  }
});

test('a baseline comes back from its artifact with the same digest and draws', async () => {
  const model = await new DummyClassifier({ strategy: 'stratified', randomState: 3 }).fit(
    rows(4),
    'abca'.split(''),
  );
  const copy = DummyClassifier.fromArtifact(structuredClone(model.toArtifact()));
  expect(copy.digest()).toBe(model.digest());
  expect(await copy.predict(rows(30))).toEqual(await model.predict(rows(30)));
});

test('X may hold anything, since it is not read', async () => {
  const X = { data: Float64Array.of(Number.NaN, 1), nRows: 2, nCols: 1 };
  const model = await new DummyClassifier().fit(X, [true, true]);
  expect(await model.predict(X)).toEqual([true, true]);
  expect(model.classPrior).toEqual(Float64Array.of(1));
});

test.each([
  [{ strategy: 'constant' }, [0, 1], "strategy 'constant' without a constant"],
  [{ strategy: 'constant', constant: 2 }, [0, 1], 'the constant 2 is not among the training labels'],
  [{}, [0], 'inconsistent numbers of samples: [2, 1]'],
] as const)('fitting %j on labels %j is a ValueError', async (params, labels, message) => {
  await expect(new DummyClassifier(params).fit(rows(2), labels)).rejects.toMatchObject({
    name: 'ValueError',
    message: expect.stringContaining(message),
    hint: expect.any(String),
  });
});

test('an unknown strategy is a ValueError, a parameter a TypeError, and predicting before fit a NotFittedError', async () => {
  expect(() => new DummyClassifier({ strategy: 'mean' as 'prior' })).toThrow(
    "invalid value for strategy: 'mean'",
  );
  expect(() => new DummyClassifier({ stratgy: 'prior' } as object)).toThrow(
    expect.objectContaining({ name: 'TypeError', hint: "did you mean 'strategy'?" }),
  );
  await expect(new DummyClassifier().predict(rows(1))).rejects.toMatchObject({ name: 'NotFittedError' });
});

function rows(nRows: number) {
  return { data: new Float64Array(nRows), nRows, nCols: 1 };
}
