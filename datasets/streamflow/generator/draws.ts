import { MersenneTwister } from '../../../src/core/training/mersenne-twister.ts';

/** Random draws that need only + − × ÷, so that every engine gets the same bits. */
export class Draws {
  readonly #twister: MersenneTwister;

  constructor(seed: number) {
    this.#twister = new MersenneTwister(seed);
  }

  /** In [0, 1). */
  uniform(): number {
    return this.#twister.randomSample();
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.uniform();
  }

  /** A whole number in [low, high). */
  whole(low: number, high: number): number {
    return this.#twister.randint(low, high);
  }

  chance(probability: number): boolean {
    return this.uniform() < probability;
  }

  /** Nearly normal, mean 0 and deviation 1: the sum of twelve uniforms less six. */
  normal(): number {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += this.uniform();
    return sum;
  }

  /** Nearly Poisson: how many of twenty chances came true. */
  count(mean: number): number {
    let hits = 0;
    for (let i = 0; i < 20; i++) if (this.chance(mean / 20)) hits++;
    return hits;
  }

  /** The key of one of `weights`, in proportion to its weight. */
  pick<Key extends string>(weights: Readonly<Record<Key, number>>): Key {
    const entries = Object.entries(weights) as [Key, number][];
    let left = this.uniform() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [key, weight] of entries) {
      left -= weight;
      if (left < 0) return key;
    }
    return entries[entries.length - 1]![0];
  }

  /** A seed for further draws that do not disturb these. */
  seed(): number {
    return this.#twister.bounded(0xffff_ffff);
  }
}
