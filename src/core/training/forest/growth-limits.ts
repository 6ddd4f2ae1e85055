import { type CountOrFraction, readSize } from '../count-or-fraction.ts';
import type { RandomForestParams } from './forest-params.ts';

/** Where a tree stops growing, in rows, columns and levels. */
export interface GrowthLimits {
  readonly maxFeatures: number;
  readonly maxDepth: number;
  readonly minSamplesSplit: number;
  readonly minSamplesLeaf: number;
  readonly minImpurityDecrease: number;
}

/**
 * The parameters as numbers for `nRows` training rows, those outside a bootstrap sample included. Numbers that no
 * tree can reach are cut to what it can.
 */
export function growthLimits(
  params: RandomForestParams,
  { nRows, nCols }: { readonly nRows: number; readonly nCols: number },
): GrowthLimits {
  const leaf = readSize('minSamplesLeaf', params.minSamplesLeaf);
  const split = readSize('minSamplesSplit', params.minSamplesSplit);
  const minSamplesLeaf = leaf.unit === 'count' ? leaf.number : Math.ceil(leaf.number * nRows);
  const minSplit = split.unit === 'count' ? split.number : Math.max(2, Math.ceil(split.number * nRows));
  const unreachable = nRows + 1;
  return {
    maxFeatures: Math.min(featuresPerSplit(params.maxFeatures, nCols), nCols),
    maxDepth: Math.min(params.maxDepth ?? MAX_DEPTH, MAX_DEPTH),
    minSamplesSplit: Math.min(Math.max(minSplit, 2 * minSamplesLeaf), unreachable),
    minSamplesLeaf: Math.min(minSamplesLeaf, unreachable),
    minImpurityDecrease: params.minImpurityDecrease,
  };
}

const MAX_DEPTH = 2 ** 31 - 1;

function featuresPerSplit(maxFeatures: 'sqrt' | 'log2' | CountOrFraction | null, nCols: number): number {
  if (maxFeatures === null) return nCols;
  if (maxFeatures === 'sqrt') return Math.floor(Math.sqrt(nCols));
  if (maxFeatures === 'log2') return Math.max(1, 31 - Math.clz32(nCols));
  const size = readSize('maxFeatures', maxFeatures);
  return size.unit === 'count' ? size.number : Math.max(1, Math.floor(size.number * nCols));
}
