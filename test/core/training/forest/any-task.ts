import fc from 'fast-check';
import { createGrowTask } from '../../../../src/core/training/forest/create-grow-task.ts';
import { completeParams } from '../../../../src/core/training/forest/forest-params.ts';
import type { GrowTask } from '../../../../src/core/training/forest/grow-task.ts';
import { MersenneTwister } from '../../../../src/core/training/mersenne-twister.ts';

/** How the values of a column are spread: each kind meets another branch of sorting and of closeness. */
const columnKinds = ['binary', 'few', 'many', 'distinct', 'constant', 'close', 'organ pipe'] as const;

const params = fc.record({
  nEstimators: fc.integer({ min: 1, max: 3 }),
  randomState: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  classWeight: fc.constantFrom(null, 'balanced' as const, 'balanced_subsample' as const, { 0: 0.3, 1: 2.5 }),
  bootstrap: fc.boolean(),
  maxDepth: fc.option(fc.integer({ min: 1, max: 12 })),
  minSamplesLeaf: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 9 }), fc.constant(0.05)),
  minSamplesSplit: fc.oneof(fc.constant(2), fc.integer({ min: 2, max: 20 })),
  maxFeatures: fc.constantFrom('sqrt' as const, 'log2' as const, null, 1, 0.5),
  minImpurityDecrease: fc.constantFrom(0, 0, 0.001),
  semantics: fc.constantFrom('classic' as const, '1.7' as const, '1.9' as const),
});

/** Forests to grow over random columns of every kind, with random parameters. */
export const anyGrowTask: fc.Arbitrary<GrowTask> = fc
  .record({
    params,
    seed: fc.nat(),
    nRows: fc.oneof(fc.integer({ min: 2, max: 40 }), fc.integer({ min: 41, max: 900 })),
    kinds: fc.array(fc.constantFrom(...columnKinds), { minLength: 1, maxLength: 8 }),
    nClasses: fc.constantFrom(2, 2, 2, 3, 5),
  })
  .map(({ params, seed, nRows, kinds, nClasses }) => {
    const random = new MersenneTwister(seed);
    const nCols = kinds.length;
    const data = Float64Array.from({ length: nRows * nCols }, (_, i) =>
      drawValue(kinds[i % nCols]!, { row: Math.floor(i / nCols), nRows, random }),
    );
    const labels = Int32Array.from({ length: nRows }, (_, row) =>
      row < nClasses ? row : random.randint(0, nClasses),
    );
    const classes = Array.from({ length: Math.min(nClasses, nRows) }, (_, label) => label);
    return createGrowTask(completeParams(params), { data, nRows, nCols }, { classes, codes: labels });
  });

function drawValue(
  kind: (typeof columnKinds)[number],
  { row, nRows, random }: { row: number; nRows: number; random: MersenneTwister },
): number {
  const u = random.randomSample();
  switch (kind) {
    case 'binary':
      return u < 0.3 ? 0 : 1;
    case 'few':
      return Math.floor(u * 5) - 2;
    case 'many':
      return Math.floor(u * 100) / 4;
    case 'distinct':
      return u;
    case 'constant':
      return 3;
    case 'close':
      return 1 + Math.floor(u * 12) * 6e-8;
    case 'organ pipe':
      return Math.min(row, nRows - row);
  }
}
