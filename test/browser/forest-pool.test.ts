import { expect, test } from 'vitest';
import { CancelledError } from '../../src/core/errors.ts';
import { RandomForestClassifier } from '../../src/core/training/random-forest-classifier.ts';
import { createForestPool } from '../../src/workers/forest-pool.ts';
import { SMALL_FOREST_DIGEST, smallParams, smallX, smallY } from '../core/training/forest/small-forest.ts';

test('a forest grown in the page, or in one or two of its workers, is the one that Node grows', async () => {
  const inPage = await new RandomForestClassifier(smallParams).fit(smallX, smallY);
  expect(inPage.digest()).toBe(SMALL_FOREST_DIGEST);
  const executor = createForestPool(2);
  for (const nJobs of [1, 2]) {
    const forest = new RandomForestClassifier({ ...smallParams, nJobs }, { executor });
    expect((await forest.fit(smallX, smallY)).digest()).toBe(SMALL_FOREST_DIGEST);
  }
  executor.close();
});

test('cancelling ends the workers, and the next forest is grown by new ones', async () => {
  const executor = createForestPool(2);
  const controller = new AbortController();
  const fitting = new RandomForestClassifier({ ...smallParams, nEstimators: 5000 }, { executor }).fit(
    smallX,
    smallY,
    {
      signal: controller.signal,
      onProgress: ({ done }) => done === 3 && controller.abort(),
    },
  );
  await expect(fitting).rejects.toThrow(CancelledError);
  const again = await new RandomForestClassifier(smallParams, { executor }).fit(smallX, smallY);
  expect(again.digest()).toBe(SMALL_FOREST_DIGEST);
  executor.close();
});
