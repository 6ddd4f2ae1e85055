import * as arena from './arena';
import { keyAt, setKey, swapKeys } from './keys';
import { smallestBlock } from './limits';

/**
 * Sorts `n` keys by rank exactly as the reference's `sortSamples` does, equal ranks included. `low` and `high` bound
 * the ranks that occur, so that a block of one rank need not be looked at.
 */
export function introsort<K>(base: usize, n: i32, depth: i32, low: K, high: K, shift: K): void {
  const smallest = smallestBlock;
  while (n > smallest) {
    if (depth <= 0) {
      heapSort<K>(base, n, shift);
      return;
    }
    // Passes over equal keys move nothing.
    if (low === high) return;
    if (n <= 3) {
      sortUpToThree<K>(base, n, shift);
      return;
    }
    depth--;
    const pivot = medianOfThree<K>(
      keyAt<K>(base, 0) >> shift,
      keyAt<K>(base, n >> 1) >> shift,
      keyAt<K>(base, n - 1) >> shift,
    );
    const split = partition<K>(
      base,
      n,
      pivot << shift,
      (pivot << shift) | (((<K>1) << shift) - 1),
      low < pivot,
      pivot < high,
    );
    const nLess = <i32>(split >> 32);
    const right = <i32>split;
    if (nLess > 1) introsort<K>(base, nLess, depth, low, pivot - 1, shift);
    base += <usize>right * sizeof<K>();
    n -= right;
    low = pivot + 1;
  }
  if (smallest > 1) insertionSort<K>(base, n, shift);
}

/**
 * Three-way pass around the keys from `first` to `last` of one rank. Moves what the reference's pass moves, but in
 * loops without branches, which no processor could predict: first the greater keys go to the right, then, of those
 * that are left, the smaller ones to the left. The last two arguments say whether there can be any.
 * Gives how many keys are less, in the upper half, and where the greater ones begin, in the lower.
 */
function partition<K>(base: usize, n: i32, first: K, last: K, hasLess: bool, hasGreater: bool): u64 {
  const right = hasGreater ? moveGreater<K>(base, n, last) : n;
  const nLess = hasLess ? moveLess<K>(base, right, first) : 0;
  return ((<u64>nLess) << 32) | <u64>right;
}

/**
 * Fills the places of the greater keys, from the right end on: each holds the greater key met last, be it at a hole
 * on the left, which the next key that is not greater fills, or on the right itself. Gives where they begin.
 */
function moveGreater<K>(base: usize, n: i32, last: K): i32 {
  const size = sizeof<K>();
  const end = base + <usize>n * size;
  let hole = arena.scratch;
  for (let place = base; place < end; place += size) {
    store<u32>(hole, <u32>place);
    hole += 4 & maskIfLess<K>(last, load<K>(place));
  }
  const right = n - <i32>((hole - arena.scratch) >> 2);
  store<u32>(hole, <u32>base);
  hole = arena.scratch;
  let greater = load<K>(<usize>load<u32>(hole));
  for (let place = end - size; place >= base + <usize>right * size; place -= size) {
    const key = load<K>(place);
    const isGreater = maskIfLess<K>(last, key);
    store<K>(<usize>load<u32>(hole), key);
    store<K>(place, greater);
    hole += 4 & ~isGreater;
    const next = load<K>(<usize>load<u32>(hole));
    greater = next ^ ((next ^ key) & <K>(<isize>isGreater));
  }
  return right;
}

/** Swaps every smaller key with the first of the equal ones before it; gives how many there are. */
function moveLess<K>(base: usize, n: i32, first: K): i32 {
  const size = sizeof<K>();
  const end = base + <usize>n * size;
  let equal = base;
  for (let place = base; place < end; place += size) {
    const key = load<K>(place);
    const isLess = maskIfLess<K>(key, first);
    const other = load<K>(equal);
    const difference = (key ^ other) & <K>(<isize>isLess);
    store<K>(place, key ^ difference);
    store<K>(equal, other ^ difference);
    equal += size & isLess;
  }
  return <i32>((equal - base) / size);
}

/** All bits set where a < b. Keys leave the highest bit free, so their difference has a sign. */
function maskIfLess<K>(a: K, b: K): usize {
  if (sizeof<K>() === 4) return <usize>((<i32>a - <i32>b) >> 31);
  return <usize>((<i64>a - <i64>b) >> 63);
}

function medianOfThree<K>(a: K, b: K, c: K): K {
  return max<K>(min<K>(a, b), min<K>(max<K>(a, b), c));
}

/** What the passes make of two or three keys, directly. */
function sortUpToThree<K>(base: usize, n: i32, shift: K): void {
  const first = keyAt<K>(base, 0);
  const second = keyAt<K>(base, 1);
  const a = first >> shift;
  const b = second >> shift;
  if (n === 2) {
    if (a > b) swapKeys<K>(base, 0, 1);
    return;
  }
  const third = keyAt<K>(base, 2);
  const c = third >> shift;
  if (a <= b) {
    if (b <= c) return;
    if (a <= c) {
      swapKeys<K>(base, 1, 2);
    } else if (a < b) {
      setKey<K>(base, 0, third);
      setKey<K>(base, 1, first);
      setKey<K>(base, 2, second);
    } else {
      swapKeys<K>(base, 0, 2);
    }
  } else if (a <= c) {
    swapKeys<K>(base, 0, 1);
  } else if (b < c) {
    setKey<K>(base, 0, second);
    setKey<K>(base, 1, third);
    setKey<K>(base, 2, first);
  } else {
    swapKeys<K>(base, 0, 2);
  }
}

function heapSort<K>(base: usize, n: i32, shift: K): void {
  for (let root = (n - 2) >> 1; root >= 0; root--) siftDown<K>(base, root, n, shift);
  for (let end = n - 1; end > 0; end--) {
    swapKeys<K>(base, 0, end);
    siftDown<K>(base, 0, end, shift);
  }
}

function siftDown<K>(base: usize, root: i32, end: i32, shift: K): void {
  while (true) {
    const left = 2 * root + 1;
    let largest = root;
    if (left < end && keyAt<K>(base, largest) >> shift < keyAt<K>(base, left) >> shift) largest = left;
    if (left + 1 < end && keyAt<K>(base, largest) >> shift < keyAt<K>(base, left + 1) >> shift)
      largest = left + 1;
    if (largest === root) return;
    swapKeys<K>(base, root, largest);
    root = largest;
  }
}

function insertionSort<K>(base: usize, n: i32, shift: K): void {
  for (let next = 1; next < n; next++) {
    const key = keyAt<K>(base, next);
    const rank = key >> shift;
    let hole = next;
    while (hole > 0 && keyAt<K>(base, hole - 1) >> shift > rank) {
      setKey<K>(base, hole, keyAt<K>(base, hole - 1));
      hole--;
    }
    setKey<K>(base, hole, key);
  }
}
