import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf } from '../../../../src/core/digest.ts';
import { createAcceleratedGrower } from '../../../../src/core/training/forest/accelerator/accelerated-grower.ts';
import { loadAccelerator } from '../../../../src/core/training/forest/accelerator/accelerator-module.ts';
import { forestAcceleratorBase64 } from '../../../../src/core/training/forest/accelerator/forest-accelerator.generated.ts';
import { growReferenceTree } from '../../../../src/core/training/forest/reference-grower.ts';
import { compileForestAccelerator } from '../../../../src/headless/build-forest-accelerator.ts';
import { anyGrowTask } from './any-task.ts';

describe('the forest accelerator', () => {
  it('is compiled from the source that lies beside it', async () => {
    const binary = await compileForestAccelerator();
    expect(digestOf(Buffer.from(forestAcceleratorBase64, 'base64'))).toBe(digestOf(binary));
  });

  it('grows the trees of the reference, bit for bit, over random columns and parameters', async () => {
    const module = await loadAccelerator();
    fc.assert(
      fc.property(anyGrowTask, (task) => {
        const grow = createAcceleratedGrower(task, module!);
        for (const seed of task.seeds) expect(grow(seed)).toEqual(growReferenceTree(task, seed));
      }),
      { numRuns: 200 },
    );
  });
});
