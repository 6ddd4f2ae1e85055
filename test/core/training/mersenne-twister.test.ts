import { describe, expect, it } from 'vitest';
import { ValueError } from '../../../src/core/errors.ts';
import { MersenneTwister } from '../../../src/core/training/mersenne-twister.ts';
import { readVectors, vectorsPresent } from './sklearn-vectors.ts';

interface GeneratorVectors {
  readonly mt19937: readonly (Record<string, readonly number[]> & { seed: number })[];
}

describe('MersenneTwister', () => {
  it('refuses a seed that is not an integer from 0 to 2^32 - 1', () => {
    for (const seed of [-1, 1.5, 4294967296, Number.NaN]) {
      expect(() => new MersenneTwister(seed)).toThrow(ValueError);
    }
  });

  it('consumes nothing for a range of one value', () => {
    const random = new MersenneTwister(5);
    expect([random.bounded(0), random.randint(3, 4)]).toEqual([0, 3]);
    expect(random.nextUint32()).toBe(new MersenneTwister(5).nextUint32());
  });

  it('keeps uniform numbers between their bounds', () => {
    const random = new MersenneTwister(1);
    const numbers = Array.from({ length: 1000 }, () => random.uniform(-2, 3));
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(-2);
    expect(Math.max(...numbers)).toBeLessThan(3);
    expect(numbers[0]).toBe(-2 + 5 * new MersenneTwister(1).randomSample());
  });

  it.runIf(vectorsPresent)('repeats the words, ranges, permutations and choices of numpy for 9 seeds', () => {
    const { mt19937 } = readVectors<GeneratorVectors>('rng.json');
    expect(mt19937).toHaveLength(9);
    for (const vector of mt19937) expectSameStream(vector);
  });
});

function expectSameStream(vector: GeneratorVectors['mt19937'][number]): void {
  const fresh = () => new MersenneTwister(vector.seed);
  const draw = <T>(count: number, next: (random: MersenneTwister) => T): T[] => {
    const random = fresh();
    return Array.from({ length: count }, () => next(random));
  };
  const words = draw(2000, (random) => random.nextUint32());
  expect(words.slice(0, 12)).toEqual(vector.u32_first12);
  const late = [623, 624, 625, 1247, 1248, 1999].map((i) => words[i]);
  expect(late).toEqual(vector.u32_index_623_624_625_1247_1248_1999);
  for (const high of [2, 3, 10, 1000, 5282, 65536, 2147483647]) {
    expect(draw(10, (random) => random.randint(0, high))).toEqual(vector[`randint_0_${high}_first10`]);
  }
  expect(draw(4, (random) => random.randomSample())).toEqual(vector.random_sample_first4);
  for (const n of [1, 2, 5, 10, 33]) expect([...fresh().permutation(n)]).toEqual(vector[`permutation_${n}`]);
  const letters = [...'abcdefgh'];
  fresh().shuffle(letters);
  expect(letters).toEqual(vector.shuffle_list_abcdefgh);
  expect(fresh().choice([0, 1, 2, 3, 4, 5, 6, 7, 8], 5)).toEqual(vector.choice_5_of_9_without_replacement);
  const mixed = fresh();
  expect([
    mixed.randint(0, 10),
    [...mixed.permutation(4)],
    mixed.randomSample(),
    mixed.randint(0, 7),
  ]).toEqual(vector.sequence_randint10_perm4_double_randint7);
}
