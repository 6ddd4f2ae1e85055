import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createGrower } from '../../../../src/core/training/forest/create-grower.ts';
import { growReferenceTree } from '../../../../src/core/training/forest/reference-grower.ts';
import { anyGrowTask } from './any-task.ts';

describe('a grower', () => {
  it.each(['separate', 'fused'] as const)(
    'grows the reference trees with %s arithmetic',
    async (arithmetic) => {
      await fc.assert(
        fc.asyncProperty(anyGrowTask, async (task) => {
          const asked = { ...task, arithmetic };
          const grow = await createGrower(asked);
          for (const seed of task.seeds) expect(grow(seed)).toEqual(growReferenceTree(asked, seed));
        }),
        { numRuns: 40 },
      );
    },
  );

  it('grows the same trees where the engine has no WebAssembly', async () => {
    const [task] = fc.sample(anyGrowTask, { numRuns: 1, seed: 7 });
    const trees = (grow: (seed: number) => unknown) => Array.from(task!.seeds, grow);
    const compiled = trees(await createGrower(task!));
    vi.stubGlobal('WebAssembly', undefined);
    vi.resetModules();
    const fresh = await import('../../../../src/core/training/forest/create-grower.ts');
    try {
      expect(trees(await fresh.createGrower(task!))).toEqual(compiled);
    } finally {
      vi.unstubAllGlobals();
    }
  });
});
