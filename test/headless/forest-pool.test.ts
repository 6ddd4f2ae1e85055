import { afterAll, describe, expect, it } from 'vitest';
import { CancelledError } from '../../src/core/errors.ts';
import { RandomForestClassifier } from '../../src/core/training/random-forest-classifier.ts';
import { createForestPool, createThreadPool } from '../../src/headless/forest-pool.ts';
import {
  smallParams as params,
  SMALL_FOREST_DIGEST,
  smallX as X,
  smallY as y,
} from '../core/training/forest/small-forest.ts';

describe('forests grown in threads', () => {
  const pool = createThreadPool(3);
  afterAll(() => pool.close());

  it('are the same for one, two and three threads as on the calling thread', async () => {
    const here = await new RandomForestClassifier(params).fit(X, y);
    expect(here.digest()).toBe(SMALL_FOREST_DIGEST);
    for (const nJobs of [1, 2, 3]) {
      const there = await new RandomForestClassifier({ ...params, nJobs }, { executor: pool }).fit(X, y);
      expect(there.digest()).toBe(SMALL_FOREST_DIGEST);
    }
  });

  it('count every tree once as progress', async () => {
    const seen: number[] = [];
    const forest = new RandomForestClassifier(params, { executor: pool });
    await forest.fit(X, y, { onProgress: ({ done }) => seen.push(done) });
    expect(seen).toEqual(Array.from({ length: 25 }, (_, i) => i + 1));
  });

  it('are given up at once when they are cancelled, and can be grown again', async () => {
    const controller = new AbortController();
    const options = { ...params, nEstimators: 2000 };
    const fitting = new RandomForestClassifier(options, { executor: pool }).fit(X, y, {
      signal: controller.signal,
      onProgress: ({ done }) => done === 3 && controller.abort(),
    });
    await expect(fitting).rejects.toThrow(CancelledError);
    const again = await new RandomForestClassifier(params, { executor: pool }).fit(X, y);
    expect(again.estimators).toHaveLength(25);
  });

  it('are not begun when they are cancelled beforehand', async () => {
    const signal = AbortSignal.abort();
    const fitting = new RandomForestClassifier(params, { executor: pool }).fit(X, y, { signal });
    await expect(fitting).rejects.toThrow(CancelledError);
  });

  it('stay on the calling thread while they are small', async () => {
    const forest = await new RandomForestClassifier(params, { executor: createForestPool() }).fit(X, y);
    expect(forest.digest()).toBe(SMALL_FOREST_DIGEST);
  });
});
