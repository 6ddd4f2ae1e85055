import { MersenneTwister } from '../mersenne-twister.ts';

/** Seeds lie below this, as scikit-learn draws them. */
const SEED_LIMIT = 2147483647;

/** One seed per tree, in tree order, drawn from the forest's random state. */
export function drawTreeSeeds(randomState: number, nTrees: number): Int32Array {
  const random = new MersenneTwister(randomState);
  return Int32Array.from({ length: nTrees }, () => random.randint(0, SEED_LIMIT));
}

/** Where the generator that picks the columns of a tree's splits starts. */
export function splitRandomStart(treeSeed: number): number {
  return new MersenneTwister(treeSeed).randint(0, SEED_LIMIT);
}
