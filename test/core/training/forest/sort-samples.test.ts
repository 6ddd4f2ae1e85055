import { describe, expect, it } from 'vitest';
import { sortSamples } from '../../../../src/core/training/forest/sort-samples.ts';
import { readVectors, vectorsPresent } from '../sklearn-vectors.ts';

interface SortVectors {
  readonly sort_three_way_1_9: readonly { values: number[]; permutation: number[] }[];
}

function permutationOf(ranks: readonly number[], semantics: 'classic' | '1.9'): number[] {
  const values = Int32Array.from(ranks);
  const samples = values.map((_, position) => position);
  sortSamples({ values, samples }, { start: 0, end: values.length }, semantics);
  expect(values).toEqual(Int32Array.from(ranks).sort());
  return [...samples];
}

describe('sortSamples', () => {
  it.each([
    ['000', '012'],
    ['001', '012'],
    ['011', '012'],
    ['012', '012'],
    ['010', '021'],
    ['021', '021'],
    ['120', '201'],
    ['110', '210'],
    ['101', '102'],
    ['102', '102'],
    ['201', '120'],
    ['210', '210'],
    ['100', '210'],
  ])('leaves three values ranked %s in the order %s, equal ones too', (ranks, order) => {
    expect(permutationOf([...ranks].map(Number), 'classic').join('')).toBe(order);
  });

  it('sorts long runs of equal, rising, falling and organ-pipe values', () => {
    const n = 300;
    for (const value of [
      () => 1,
      (i: number) => i,
      (i: number) => n - i,
      (i: number) => Math.min(i, n - i),
    ]) {
      const ranks = Array.from({ length: n }, (_, i) => value(i));
      expect(permutationOf(ranks, 'classic').toSorted((a, b) => a - b)).toEqual(ranks.map((_, i) => i));
    }
  });

  it.runIf(vectorsPresent)('repeats 70 recorded permutations of the 1.9 sort', () => {
    const { sort_three_way_1_9 } = readVectors<SortVectors>('rng_and_sort_sklearn190.json');
    expect(sort_three_way_1_9).toHaveLength(70);
    for (const { values, permutation } of sort_three_way_1_9) {
      const distinct = [...new Set(values)].sort((a, b) => a - b);
      const ranks = values.map((value) => distinct.indexOf(value));
      expect(permutationOf(ranks, '1.9')).toEqual(permutation);
    }
  });
});
