import { pairwiseSum } from '../../numeric/pairwise-sum.ts';
import { MersenneTwister } from '../mersenne-twister.ts';
import { balancedWeights } from './class-weights.ts';
import type { GrowTask } from './grow-task.ts';

/** How the rows count in one tree: how often each was drawn, and the weight of each class, null for ones. */
export interface TreeSampling {
  readonly counts: Int32Array;
  readonly classWeights: Float64Array | null;
}

/** Draws the rows of the tree of this seed and weighs its classes. */
export function sampleRows(task: GrowTask, treeSeed: number): TreeSampling {
  const { codes, sampling, nClasses } = task;
  const counts = new Int32Array(codes.length);
  if (sampling.bootstrap) {
    for (const row of bootstrapIndices(codes.length, treeSeed, sampling.drawCumulative)) counts[row]!++;
  } else {
    counts.fill(1);
  }
  const classWeights = sampling.balancedSubsample
    ? balancedWeights(countByClass(counts, codes, nClasses))
    : sampling.classWeights;
  return { counts, classWeights };
}

/** The weight of every training row in the tree of this seed; 0 for a row outside its bootstrap sample. */
export function rowWeights(task: GrowTask, treeSeed: number): Float64Array {
  const { counts, classWeights } = sampleRows(task, treeSeed);
  if (classWeights === null) return Float64Array.from(counts);
  return Float64Array.from(counts, (count, row) => classWeights[task.codes[row]!]! * count);
}

/** The `n` rows that a tree draws with replacement, in the order of the draws. */
export function bootstrapIndices(
  n: number,
  treeSeed: number,
  drawCumulative: Float64Array | null,
): Int32Array {
  const random = new MersenneTwister(treeSeed);
  const rows = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    rows[i] =
      drawCumulative === null ? random.bounded(n - 1) : firstAbove(drawCumulative, random.randomSample());
  }
  return rows;
}

/** The running share of the rows' weights, ending at 1: what a weighted draw searches. 1.9 semantics. */
export function drawCumulative(weights: Float64Array): Float64Array {
  const total = pairwiseSum(weights);
  let sum = 0;
  const running = weights.map((weight) => {
    sum += weight / total;
    return sum;
  });
  return running.map((value) => value / sum);
}

function countByClass(counts: Int32Array, codes: Int32Array, nClasses: number): Float64Array {
  const byClass = new Float64Array(nClasses);
  for (let row = 0; row < counts.length; row++) byClass[codes[row]!]! += counts[row]!;
  return byClass;
}

function firstAbove(cumulative: Float64Array, value: number): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (cumulative[middle]! > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
