import { describe, expect, it } from 'vitest';
import { balancedWeights, classWeights } from '../../../../src/core/training/forest/class-weights.ts';
import { bootstrapIndices, drawCumulative } from '../../../../src/core/training/forest/row-weights.ts';
import { drawTreeSeeds, splitRandomStart } from '../../../../src/core/training/forest/tree-seed.ts';
import { readVectors, vectorsPresent } from '../sklearn-vectors.ts';

interface DrawVectors {
  readonly forest_seeds: readonly {
    random_state: number;
    tree_seeds: number[];
    tree_xorshift_start: number[];
  }[];
  readonly bootstrap_indices: readonly { n: number; tree_seed: number; indices: number[] }[];
  readonly class_weights: Readonly<Record<string, number[]>>;
}

interface WeightedDrawVectors {
  readonly weighted_bootstrap_indices: readonly { n: number; tree_seed: number; indices: number[] }[];
}

describe('class weights', () => {
  it('weigh classes by how rare they are, and an absent one not at all', () => {
    expect([...balancedWeights(Float64Array.of(3, 1, 0))]).toEqual([4 / 6, 2, 0]);
  });

  it('leave classes that a table does not name at one', () => {
    const labels = { classes: ['a', 'b'], codes: Int32Array.of(0, 1, 1) };
    expect(classWeights(new Map([['b', 2.5]]), labels)).toEqual(Float64Array.of(1, 2.5));
  });
});

describe.runIf(vectorsPresent)('draws recorded from numpy and scikit-learn', () => {
  it('repeats tree seeds and split generator starts of 9 random states', () => {
    const { forest_seeds } = readVectors<DrawVectors>('rng.json');
    expect(forest_seeds).toHaveLength(9);
    for (const vector of forest_seeds) {
      const seeds = drawTreeSeeds(vector.random_state, vector.tree_seeds.length);
      expect([...seeds]).toEqual(vector.tree_seeds);
      expect(Array.from(seeds, splitRandomStart)).toEqual(vector.tree_xorshift_start);
    }
  });

  it('repeats 12 bootstrap samples, and 9 weighted ones of 1.9', () => {
    const { bootstrap_indices } = readVectors<DrawVectors>('rng.json');
    expect(bootstrap_indices).toHaveLength(12);
    for (const { n, tree_seed, indices } of bootstrap_indices) {
      expect([...bootstrapIndices(n, tree_seed, null)]).toEqual(indices);
    }
    const { weighted_bootstrap_indices } = readVectors<WeightedDrawVectors>('rng_and_sort_sklearn190.json');
    expect(weighted_bootstrap_indices).toHaveLength(9);
    for (const { n, tree_seed, indices } of weighted_bootstrap_indices) {
      const weights = Float64Array.from({ length: n }, (_, row) => (row % 4 === 0 ? 2.5 : 0.625));
      expect([...bootstrapIndices(n, tree_seed, drawCumulative(weights))]).toEqual(indices);
    }
  });

  it('repeats balanced weights of all rows and of a draw that misses classes', () => {
    const { y, ...expected } = readVectors<DrawVectors>('rng.json').class_weights;
    const codes = Int32Array.from(y!);
    const perRow = (weights: Float64Array) => Array.from(codes, (code) => weights[code]);
    const drawn = (indices: number[]) => {
      const counts = new Float64Array(3);
      for (const row of indices) counts[codes[row]!]!++;
      return perRow(balancedWeights(counts));
    };
    expect(perRow(classWeights('balanced', { classes: [0, 1, 2], codes })!)).toEqual(expected.balanced);
    expect(drawn(expected.indices_a!)).toEqual(expected.balanced_subsample_a);
    expect(drawn(expected.indices_only_class0!)).toEqual(expected.balanced_subsample_only_class0);
  });
});
