import * as arena from './arena';
import { bestBelow, bestFeature, bestPosition, forgetBest, isApart, nDistinctOf } from './best-position';
import { beginNodeDraw, drawColumn, keepConstant, keepLookedAt } from './column-draw';
import { COUNTING_SIZE, isScratchDistinct, sortByBits, sortByCounting } from './distinct-sort';
import { columnOf } from './drawn-rows';
import { scanPositions } from './exact-positions';
import { introsort } from './introsort';
import { keyAt, setKey } from './keys';
import { moveSides, resetSides } from './sides';

/**
 * The node's totals in the order of its rows, into `arena.totals`; gives its weight. `base` is the node's first key,
 * `n` how many there are.
 */
export function sumNode<K>(base: usize, n: i32): f64 {
  const mask: K = ((<K>1) << (<K>arena.idBits)) - 1;
  let weight: f64 = 0;
  if (arena.nClasses === 2) {
    let total = f64x2.splat(0);
    for (let p = 0; p < n; p++) {
      const pair = v128.load(arena.rowPair + ((<usize>(keyAt<K>(base, p) & mask)) << 4));
      total = f64x2.add(total, pair);
      weight += f64x2.extract_lane(pair, 0) + f64x2.extract_lane(pair, 1);
    }
    v128.store(arena.totals, total);
    return weight;
  }
  memory.fill(arena.totals, 0, (<usize>arena.nClasses) << 3);
  for (let p = 0; p < n; p++) {
    const id = <usize>(keyAt<K>(base, p) & mask);
    const rowWeight = load<f64>(arena.rowWeight + (id << 3));
    const sum = arena.totals + ((<usize>load<i32>(arena.rowClass + (id << 2))) << 3);
    store<f64>(sum, load<f64>(sum) + rowWeight);
    weight += rowWeight;
  }
  return weight;
}

/**
 * Looks for the best split with all sums formed in the reference's order. Returns whether there is one; the
 * node's keys are then partitioned, and sums of both sides lie in `arena.lefts`, `arena.rights` and `leftWeight`.
 */
export function searchExactly<K>(base: usize, n: i32, weight: f64, nConstants: i32): bool {
  const shift = <K>arena.idBits;
  const depth = 2 * (31 - clz<i32>(n));
  forgetBest();
  beginNodeDraw(nConstants);
  for (let feature = drawColumn(); feature >= 0; feature = drawColumn()) {
    if (!loadColumn<K>(base, n, columnOf<K>(feature))) {
      keepConstant();
      continue;
    }
    sortColumn<K>(base, n, nDistinctOf(feature), depth);
    if (load<u8>(arena.hasCloseValues + <usize>feature)) {
      if (!isApart(feature, <i32>(keyAt<K>(base, 0) >> shift), <i32>(keyAt<K>(base, n - 1) >> shift))) {
        keepConstant();
        continue;
      }
    }
    keepLookedAt();
    scanPositions<K>(base, n, feature, weight);
  }
  if (bestFeature < 0) return false;
  partitionRows<K>(base, n);
  resetSides();
  moveSides<K>(base, n, 0, bestPosition, weight);
  return true;
}

/**
 * Sorts the node's keys, and leaves equal ranks in the reference's order: where none are equal any sort will do, and
 * small nodes are often without equal ranks.
 */
function sortColumn<K>(base: usize, n: i32, nDistinct: i32, depth: i32): void {
  const shift = <K>arena.idBits;
  if (sizeof<K>() === 4 && n <= COUNTING_SIZE && nDistinct > 4 * n) {
    sortByCounting(base, n);
    if (isScratchDistinct(n, <u32>shift)) {
      memory.copy(base, arena.scratch, (<usize>n) << 2);
      return;
    }
  } else if (nDistinct > arena.nRows >> 1) {
    if (sortByBits<K>(base, n, shift, nDistinct)) return;
  }
  introsort<K>(base, n, depth, 0, <K>(nDistinct - 1), shift);
}

/** Replaces the node's keys by those of another column; gives whether more than one rank occurs. */
function loadColumn<K>(base: usize, n: i32, column: usize): bool {
  const mask: K = ((<K>1) << (<K>arena.idBits)) - 1;
  let any: K = 0;
  let all: K = ~(<K>0);
  for (let p = 0; p < n; p++) {
    const key = load<K>(column + <usize>(keyAt<K>(base, p) & mask) * sizeof<K>());
    setKey<K>(base, p, key);
    any |= key;
    all &= key;
  }
  return (any ^ all) > mask;
}

/** Brings left rows before right ones as the reference does: from the order the last column left. */
function partitionRows<K>(base: usize, n: i32): void {
  loadColumn<K>(base, n, columnOf<K>(bestFeature));
  const last: K = ((<K>(bestBelow + 1)) << (<K>arena.idBits)) - 1;
  let p = 0;
  let q = n;
  while (p < q) {
    const key = keyAt<K>(base, p);
    if (key <= last) {
      p++;
    } else {
      q--;
      setKey<K>(base, p, keyAt<K>(base, q));
      setKey<K>(base, q, key);
    }
  }
}
