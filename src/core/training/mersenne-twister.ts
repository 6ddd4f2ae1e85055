import { quote, ValueError } from '../errors.ts';

const STATE_WORDS = 624;
const SHIFT_WORDS = 397;
const UPPER_BIT = 0x80000000;
const LOWER_BITS = 0x7fffffff;
const TWIST = 0x9908b0df;

/**
 * The generator behind numpy's legacy `RandomState(seed)` (MT19937, one-number seeding): every method consumes
 * the same 32-bit words and returns the same numbers. Seeds are integers from 0 to 2^32 − 1, anything else is a
 * `ValueError`. Mirrors numpy 1.24–2.4.
 */
export class MersenneTwister {
  private readonly state = new Int32Array(STATE_WORDS);
  private position = STATE_WORDS;

  constructor(seed: number) {
    if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
      throw new ValueError(
        `seed ${quote(seed)} is not between 0 and 2**32 - 1`,
        'pass a whole number from 0 to 4294967295 as randomState',
      );
    }
    this.state[0] = seed;
    for (let i = 1; i < STATE_WORDS; i++) {
      const previous = this.state[i - 1]!;
      this.state[i] = Math.imul(1812433253, previous ^ (previous >>> 30)) + i;
    }
  }

  /** The next word: an integer from 0 to 2^32 − 1. */
  nextUint32(): number {
    return this.nextInt32() >>> 0;
  }

  /** A uniform integer from 0 to `max`, both included, by masked rejection; `max` 0 consumes nothing. */
  bounded(max: number): number {
    if (max === 0) return 0;
    const mask = 0xffffffff >>> Math.clz32(max);
    let value: number;
    do value = (this.nextInt32() & mask) >>> 0;
    while (value > max);
    return value;
  }

  /** A uniform integer from `low` up to but without `high`. */
  randint(low: number, high: number): number {
    return low + this.bounded(high - low - 1);
  }

  /** Shuffles `items` in place. */
  shuffle(items: { [index: number]: unknown; readonly length: number }): void {
    for (let i = items.length - 1; i > 0; i--) {
      const j = this.bounded(i);
      const item = items[i];
      items[i] = items[j];
      items[j] = item;
    }
  }

  /** The integers from 0 to n − 1, shuffled. */
  permutation(n: number): Int32Array {
    const items = Int32Array.from({ length: n }, (_, i) => i);
    this.shuffle(items);
    return items;
  }

  /** `size` different items of `items`, in random order; costs a whole permutation, as numpy's does. */
  choice<T>(items: ArrayLike<T>, size: number): T[] {
    return Array.from(this.permutation(items.length).subarray(0, size), (i) => items[i]!);
  }

  /** A double in [0, 1) with 53 random bits. */
  randomSample(): number {
    const high = this.nextUint32() >>> 5;
    const low = this.nextUint32() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }

  /** A double in [low, high). */
  uniform(low: number, high: number): number {
    return low + (high - low) * this.randomSample();
  }

  /** The next word as a signed integer, which engines handle faster. */
  private nextInt32(): number {
    if (this.position === STATE_WORDS) this.refill();
    let word = this.state[this.position++]!;
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    return word ^ (word >>> 18);
  }

  private refill(): void {
    const { state } = this;
    const wrap = STATE_WORDS - SHIFT_WORDS;
    for (let i = 0; i < wrap; i++) twist(state, i, i + SHIFT_WORDS);
    for (let i = wrap; i < STATE_WORDS; i++) twist(state, i, i - wrap);
    this.position = 0;
  }
}

/** Renews word `i` from itself, its successor and the word at `far`. */
function twist(state: Int32Array, i: number, far: number): void {
  const next = i + 1 === STATE_WORDS ? 0 : i + 1;
  const word = (state[i]! & UPPER_BIT) | (state[next]! & LOWER_BITS);
  state[i] = state[far]! ^ (word >>> 1) ^ (-(word & 1) & TWIST);
}
