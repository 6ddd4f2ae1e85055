import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  concatTrees,
  countTrees,
  type GrownTrees,
  viewTree,
} from '../../../../src/core/training/forest/grown-trees.ts';
import { growReferenceTree } from '../../../../src/core/training/forest/reference-grower.ts';
import { anyGrowTask } from './any-task.ts';

it('lays trees end to end and gives each back as it was, however they are put together', () => {
  fc.assert(
    fc.property(anyGrowTask, fc.nat(3), (task, cut) => {
      const trees = Array.from(task.seeds, (seed) => growReferenceTree(task, seed));
      const whole = concatTrees(trees);
      expect(countTrees(whole)).toBe(trees.length);
      trees.forEach(({ nClasses: _, starts: __, ...tree }, i) => {
        expect(viewTree(whole, i)).toEqual(tree);
      });
      const parts = [trees.slice(0, cut), trees.slice(cut)].filter((part) => part.length > 0);
      expect(concatTrees(parts.map(concatTrees))).toEqual(whole);
    }),
    { numRuns: 30 },
  );
});

it('views share the memory of the forest', () => {
  const [task] = fc.sample(anyGrowTask, { numRuns: 1, seed: 3 });
  const forest: GrownTrees = growReferenceTree(task!, 1);
  expect(viewTree(forest, 0).feature.buffer).toBe(forest.feature.buffer);
});
