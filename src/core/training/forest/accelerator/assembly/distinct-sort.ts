import * as arena from './arena';
import { keyAt, setKey } from './keys';

/** Up to this many keys are sorted by counting. */
export const COUNTING_SIZE: i32 = 64;

/**
 * Sorts up to `COUNTING_SIZE` keys into `arena.scratch`: each goes to the place that is the number of smaller keys,
 * four of them counted at once. For 32-bit keys below 2^31.
 */
export function sortByCounting(base: usize, n: i32): void {
  const end = base + ((<usize>n) << 2);
  // The keys after the last one belong to another node: they are read, and their places forgotten.
  for (let four = base; four < end; four += 16) {
    const keys = v128.load(four);
    let places = i32x4.splat(0);
    for (let other = base; other < end; other += 4) {
      places = i32x4.sub(places, i32x4.lt_s(v128.load_splat<i32>(other), keys));
    }
    const rest = (end - four) >> 2;
    place(i32x4.extract_lane(places, 0), i32x4.extract_lane(keys, 0));
    if (rest > 1) place(i32x4.extract_lane(places, 1), i32x4.extract_lane(keys, 1));
    if (rest > 2) place(i32x4.extract_lane(places, 2), i32x4.extract_lane(keys, 2));
    if (rest > 3) place(i32x4.extract_lane(places, 3), i32x4.extract_lane(keys, 3));
  }
}

function place(position: i32, key: i32): void {
  store<i32>(arena.scratch + ((<usize>position) << 2), key);
}

/** Whether no two neighbours of the `n` sorted keys in `arena.scratch` share a rank. */
export function isScratchDistinct(n: i32, shift: u32): bool {
  let previous = load<u32>(arena.scratch) >> shift;
  let equal: u32 = 0;
  for (let p = 1; p < n; p++) {
    const rank = load<u32>(arena.scratch + ((<usize>p) << 2)) >> shift;
    equal |= <u32>(rank === previous);
    previous = rank;
  }
  return equal === 0;
}

/**
 * Sorts keys of which no two share a rank: marks every rank in a bit set, then reads the set in order. Gives false
 * and leaves the keys as they were where two do share one.
 */
export function sortByBits<K>(base: usize, n: i32, shift: K, nDistinct: i32): bool {
  const bytes = ((<usize>nDistinct + 63) >> 6) << 3;
  for (let p = 0; p < n; p++) {
    const key = keyAt<K>(base, p);
    const rank = <usize>(key >> shift);
    store<K>(arena.keyOfRank + rank * sizeof<K>(), key);
    const word = arena.rankBits + ((rank >> 6) << 3);
    const marked = load<u64>(word);
    const mark = (<u64>1) << (rank & 63);
    if ((marked & mark) !== 0) {
      memory.fill(arena.rankBits, 0, bytes);
      return false;
    }
    store<u64>(word, marked | mark);
  }
  let ranks = arena.keyOfRank;
  let p = 0;
  for (let word: usize = 0; word < bytes; word += 8) {
    let bits = load<u64>(arena.rankBits + word);
    store<u64>(arena.rankBits + word, 0);
    while (bits !== 0) {
      setKey<K>(base, p++, load<K>(ranks + <usize>ctz(bits) * sizeof<K>()));
      bits &= bits - 1;
    }
    ranks += 64 * sizeof<K>();
  }
  return true;
}
