import { exp } from '../numeric/exp.ts';
import { log1p } from '../numeric/log.ts';
import type { MersenneTwister } from './mersenne-twister.ts';

/**
 * Which of several classes a single draw hits, given their probabilities: `RandomState.multinomial(1, p)` of
 * numpy 1.24–2.4, consuming the same words. Returns the position of the class.
 */
export function drawClass(random: MersenneTwister, probabilities: ArrayLike<number>): number {
  const last = probabilities.length - 1;
  let remaining = 1;
  for (let i = 0; i < last; i++) {
    if (drawsSuccess(random, probabilities[i]! / remaining)) return i;
    remaining -= probabilities[i]!;
  }
  return last;
}

/** `RandomState.binomial(1, p)`: 0 and 1 consume nothing only for p = 0. */
function drawsSuccess(random: MersenneTwister, p: number): boolean {
  if (p === 0) return false;
  return p <= 0.5 ? invert(random, p) === 1 : invert(random, 1 - p) === 0;
}

/** Inversion of the distribution function of one trial; starts anew where rounding leaves a rest. */
function invert(random: MersenneTwister, p: number): 0 | 1 {
  const failure = exp(log1p(-p));
  const success = (p * failure) / (1 - p);
  for (;;) {
    const u = random.randomSample();
    if (u <= failure) return 0;
    if (u - failure <= success) return 1;
  }
}
