import { pairwiseSum } from '../../numeric/pairwise-sum.ts';
import { MersenneTwister } from '../mersenne-twister.ts';
import { balancedWeights } from './class-weights.ts';
import type { GrowTask } from './grow-task.ts';

/** The weight of every training row in the tree of this seed; 0 for a row outside its bootstrap sample. */
export function rowWeights(task: GrowTask, treeSeed: number): Float64Array {
  const { codes, sampling, nClasses } = task;
  const counts = sampling.bootstrap
    ? bootstrapCounts(codes.length, treeSeed, sampling.drawCumulative)
    : new Float64Array(codes.length).fill(1);
  const perClass = sampling.balancedSubsample
    ? balancedWeights(countByClass(counts, codes, nClasses))
    : sampling.classWeights;
  if (perClass === null) return counts;
  for (let row = 0; row < counts.length; row++) counts[row] = perClass[codes[row]!]! * counts[row]!;
  return counts;
}

/** The `n` rows that a tree draws with replacement, in the order of the draws. */
export function bootstrapIndices(
  n: number,
  treeSeed: number,
  drawCumulative: Float64Array | null,
): Int32Array {
  const random = new MersenneTwister(treeSeed);
  if (drawCumulative === null) return Int32Array.from({ length: n }, () => random.randint(0, n));
  return Int32Array.from({ length: n }, () => firstAbove(drawCumulative, random.randomSample()));
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

function bootstrapCounts(n: number, treeSeed: number, cumulative: Float64Array | null): Float64Array {
  const counts = new Float64Array(n);
  for (const row of bootstrapIndices(n, treeSeed, cumulative)) counts[row]!++;
  return counts;
}

function countByClass(counts: Float64Array, codes: Int32Array, nClasses: number): Float64Array {
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
