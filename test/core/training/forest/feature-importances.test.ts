import fc from 'fast-check';
import { expect, it } from 'vitest';
import { forestImportances } from '../../../../src/core/training/forest/feature-importances.ts';
import { concatTrees } from '../../../../src/core/training/forest/grown-trees.ts';
import { growReferenceTree } from '../../../../src/core/training/forest/reference-grower.ts';
import { anyGrowTask } from './any-task.ts';

it('are shares of the decrease: none negative, one in all, none for a column that is never split on', () => {
  fc.assert(
    fc.property(anyGrowTask, fc.constantFrom('separate' as const, 'fused' as const), (task, arithmetic) => {
      const trees = concatTrees(
        Array.from(task.seeds, (seed) => growReferenceTree({ ...task, arithmetic }, seed)),
      );
      const shares = forestImportances(trees, task.columns.nCols, arithmetic);
      const sum = shares.reduce((total, share) => total + share, 0);
      const isSplit = trees.feature.some((feature) => feature >= 0);
      // A tree may split and gain nothing, as on two equal halves of noise.
      expect(sum === 0 || Math.abs(sum - 1) < 1e-12).toBe(true);
      if (!isSplit) expect(sum).toBe(0);
      shares.forEach((share, column) => {
        expect(share).toBeGreaterThan(-1e-12);
        if (!trees.feature.includes(column)) expect(share).toBe(0);
      });
    }),
    { numRuns: 60 },
  );
});
