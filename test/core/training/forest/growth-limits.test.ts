import { describe, expect, it } from 'vitest';
import {
  completeParams,
  type RandomForestParams,
} from '../../../../src/core/training/forest/forest-params.ts';
import { growthLimits } from '../../../../src/core/training/forest/growth-limits.ts';

const limitsOf = (params: Partial<RandomForestParams>) =>
  growthLimits(completeParams({ randomState: 0, ...params }), { nRows: 100, nCols: 20 });

describe('growthLimits', () => {
  it.each<[RandomForestParams['maxFeatures'], number]>([
    ['sqrt', 4],
    ['log2', 4],
    [null, 20],
    [1, 1],
    [{ fraction: 1 }, 20],
    [0.5, 10],
    [0.01, 1],
    [1000, 20],
  ])('looks at maxFeatures=%j as %i of 20 columns', (maxFeatures, expected) => {
    expect(limitsOf({ maxFeatures }).maxFeatures).toBe(expected);
  });

  it('reads fractions of the rows upwards', () => {
    expect(limitsOf({ minSamplesLeaf: 0.015, minSamplesSplit: 0.101 })).toMatchObject({
      minSamplesLeaf: 2,
      minSamplesSplit: 11,
    });
  });

  it('asks of a split at least the rows of two leaves', () => {
    expect(limitsOf({ minSamplesLeaf: 7 }).minSamplesSplit).toBe(14);
  });

  it('cuts counts that no tree can reach', () => {
    expect(limitsOf({ minSamplesSplit: 1e12, minSamplesLeaf: 1e12, maxDepth: 1e12 })).toMatchObject({
      minSamplesSplit: 101,
      minSamplesLeaf: 101,
      maxDepth: 2 ** 31 - 1,
    });
  });
});
