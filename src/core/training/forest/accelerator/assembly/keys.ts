/**
 * Keys hold a rank above a row id. `K` is `u32` where both fit into 31 bits, else `u64`. Keys are compared by
 * rank alone where the order of equal values matters.
 */

/** The key at position `p` of the array at `base`. */
export function keyAt<K>(base: usize, p: i32): K {
  return load<K>(base + <usize>p * sizeof<K>());
}

export function setKey<K>(base: usize, p: i32, key: K): void {
  store<K>(base + <usize>p * sizeof<K>(), key);
}

export function swapKeys<K>(base: usize, i: i32, j: i32): void {
  const key = keyAt<K>(base, i);
  setKey<K>(base, i, keyAt<K>(base, j));
  setKey<K>(base, j, key);
}
