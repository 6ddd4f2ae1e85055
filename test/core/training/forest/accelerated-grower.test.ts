import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf } from '../../../../src/core/digest.ts';
import { createAcceleratedGrower } from '../../../../src/core/training/forest/accelerator/accelerated-grower.ts';
import { loadAccelerator } from '../../../../src/core/training/forest/accelerator/accelerator-module.ts';
import { forestAcceleratorBase64 } from '../../../../src/core/training/forest/accelerator/forest-accelerator.generated.ts';
import { createGrowTask } from '../../../../src/core/training/forest/create-grow-task.ts';
import { completeParams } from '../../../../src/core/training/forest/forest-params.ts';
import { growReferenceTree } from '../../../../src/core/training/forest/reference-grower.ts';
import { MersenneTwister } from '../../../../src/core/training/mersenne-twister.ts';
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

  it.each([null, 'balanced' as const])(
    'keeps ranks and row numbers apart where 32 bits are too few (%s)',
    async (classWeight) => {
      const nRows = 66_000;
      const random = new MersenneTwister(1);
      const data = Float64Array.from({ length: 2 * nRows }, (_, i) => {
        const u = random.randomSample();
        return i % 2 === 0 ? u : Math.floor(u * 1000);
      });
      const codes = Int32Array.from({ length: nRows }, (_, row) =>
        data[2 * row]! + random.randomSample() > 1.2 ? 1 : 0,
      );
      const params = completeParams({ randomState: 0, nEstimators: 1, maxDepth: 6, classWeight });
      const task = createGrowTask(params, { data, nRows, nCols: 2 }, { classes: [0, 1], codes });
      const grow = createAcceleratedGrower(task, (await loadAccelerator())!);
      expect(grow(task.seeds[0]!)).toEqual(growReferenceTree(task, task.seeds[0]!));
    },
  );
});
