import { describe, expect, it } from 'vitest';
import { type ForestExecutor, inThreadExecutor } from '../../src/core/training/forest/forest-executor.ts';
import { RandomForestClassifier } from '../../src/core/training/random-forest-classifier.ts';
import { rememberForests } from '../../src/headless/remembering-forests.ts';

const matrix = { nRows: 6, nCols: 2, data: Float64Array.of(1, 5, 2, 4, 3, 3, 4, 2, 5, 1, 6, 0) };
const other = { ...matrix, data: Float64Array.of(1, 5, 2, 4, 3, 3, 4, 2, 5, 9, 6, 0) };
const labels = [0, 0, 1, 0, 1, 1];

/** Fits a forest, and gives its digest and how often trees were grown so far. */
function counting() {
  let nGrown = 0;
  const counted: ForestExecutor = {
    grow(task, options) {
      nGrown += 1;
      return inThreadExecutor.grow(task, options);
    },
  };
  const executor = rememberForests(counted);
  return async (
    X: typeof matrix,
    y: readonly number[],
    params: { randomState: number; maxDepth?: number },
  ) => {
    const forest = new RandomForestClassifier({ nEstimators: 5, ...params }, { executor });
    await forest.fit(X, y);
    return { digest: forest.digest(), nGrown };
  };
}

describe('remembered forests', () => {
  it('are grown once, and are the forests that would be grown', async () => {
    const train = counting();
    const first = await train(matrix, labels, { randomState: 1 });
    expect(await train({ ...matrix, data: matrix.data.slice() }, labels, { randomState: 1 })).toEqual(first);
    expect(first.nGrown).toBe(1);
    const plain = new RandomForestClassifier(
      { nEstimators: 5, randomState: 1 },
      { executor: inThreadExecutor },
    );
    await plain.fit(matrix, labels);
    expect(plain.digest()).toBe(first.digest);
  });

  it('are told apart by rows, labels, seed and limits', async () => {
    const train = counting();
    await train(matrix, labels, { randomState: 1 });
    expect((await train(other, labels, { randomState: 1 })).nGrown).toBe(2);
    expect((await train(matrix, [1, 0, 1, 0, 1, 1], { randomState: 1 })).nGrown).toBe(3);
    expect((await train(matrix, labels, { randomState: 2 })).nGrown).toBe(4);
    expect((await train(matrix, labels, { randomState: 1, maxDepth: 1 })).nGrown).toBe(5);
    expect((await train(matrix, labels, { randomState: 1 })).nGrown).toBe(5);
  });
});
