import { expect, test } from 'vitest';
import { pairwiseSum } from '../../../src/core/numeric/pairwise-sum.ts';
import { readVectors } from '../../parity/read-vectors.ts';

interface SumVectors {
  readonly sums: readonly (readonly [number, number])[];
}

test('the sum of the square roots of 0 to n - 1 has the bits of np.sum for 300 lengths', async () => {
  const { sums } = await readVectors<SumVectors>('metrics.json');
  expect(sums.length).toBe(300);
  for (const [n, expected] of sums) {
    expect(pairwiseSum(Float64Array.from({ length: n }, (_, i) => Math.sqrt(i))), `n = ${n}`).toBe(expected);
  }
});

test('a range sums only its part, and nothing is 0', () => {
  expect(pairwiseSum([1, 2, 3, 4], 1, 3)).toBe(5);
  expect(pairwiseSum([])).toBe(0);
});
