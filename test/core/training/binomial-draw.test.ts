import { expect, test } from 'vitest';
import { drawClass } from '../../../src/core/training/binomial-draw.ts';
import { MersenneTwister } from '../../../src/core/training/mersenne-twister.ts';

test('classes come up as often as their probabilities say, and impossible ones never', () => {
  const random = new MersenneTwister(5);
  const probabilities = [0.1, 0, 0.6, 0.3];
  const counts = [0, 0, 0, 0];
  for (let draw = 0; draw < 10_000; draw++) counts[drawClass(random, probabilities)]!++;
  probabilities.forEach((probability, i) => {
    expect(Math.abs(counts[i]! / 10_000 - probability)).toBeLessThanOrEqual(0.02);
  });
  expect(counts[1]).toBe(0);
});

test('a single class takes no random number', () => {
  const random = new MersenneTwister(5);
  expect(drawClass(random, [1])).toBe(0);
  expect(random.nextUint32()).toBe(new MersenneTwister(5).nextUint32());
});
