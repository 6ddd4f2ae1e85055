import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumTreesAccelerated } from '../../../../src/core/training/forest/accelerator/accelerated-prediction.ts';
import { loadAccelerator } from '../../../../src/core/training/forest/accelerator/accelerator-module.ts';
import { inThreadExecutor } from '../../../../src/core/training/forest/forest-executor.ts';
import { predictForestProba, sumTrees } from '../../../../src/core/training/forest/predict-proba.ts';
import { anyGrowTask } from './any-task.ts';

describe('predictForestProba', () => {
  it('sends a value equal to the threshold, in float32, to the left', async () => {
    const threshold = 0.1;
    const trees = {
      nClasses: 2,
      starts: Int32Array.of(0, 3),
      feature: Int32Array.of(0, -2, -2),
      threshold: Float64Array.of(threshold, -2, -2),
      childrenLeft: Int32Array.of(1, -1, -1),
      childrenRight: Int32Array.of(2, -1, -1),
      impurity: new Float64Array(3),
      nNodeSamples: new Int32Array(3),
      weightedNNodeSamples: new Float64Array(3),
      value: Float64Array.of(0.5, 0.5, 1, 0, 0, 1),
    };
    // The float32 nearest to 0.1 lies above the double 0.1, so it goes right.
    const data = Float32Array.of(0.1, 0.0999999, 0, -1);
    const proba = await predictForestProba(trees, { data, nRows: 4 });
    expect([...proba]).toEqual([0, 1, 1, 0, 1, 0, 1, 0]);
  });

  it('adds the same leaves with and without compiled code', async () => {
    const module = await loadAccelerator();
    await fc.assert(
      fc.asyncProperty(anyGrowTask, fc.integer({ min: 1, max: 50 }), async (task, nRows) => {
        const trees = await inThreadExecutor.grow(task);
        const { nCols, values } = task.columns;
        const data = Float32Array.from(
          { length: nRows * nCols },
          (_, i) => values[(i * 7919) % values.length]!,
        );
        const rows = { data, nRows };
        expect(sumTreesAccelerated(trees, rows, module!)).toEqual(sumTrees(trees, rows));
      }),
      { numRuns: 60 },
    );
  });
});
