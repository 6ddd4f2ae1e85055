import * as arena from './arena';
import { bestBelow, bestFeature, bestProxy, forgetBest, isApart, nDistinctOf, offer } from './best-position';
import { beginNodeDraw, drawColumn, keepConstant, keepLookedAt } from './column-draw';
import { COUNTING_SIZE, sortByCounting } from './distinct-sort';
import { columnOf } from './drawn-rows';
import { weightedGiniOfPair } from './gini';
import { keyAt, setKey } from './keys';
import { minSamplesLeaf } from './limits';
import { rowsOf, weightsOf } from './packed-sums';
import { setSidesOfPair } from './sides';

/** Packed sums left of the best position. */
let bestLeft: u64 = 0;

/** The column being looked at, and what has been passed of it from the left. */
let feature: i32 = 0;
let hasClose: bool = false;
let nRows: i32 = 0;
let passed: u64 = 0;
let firstRank: i32 = -1;
let lastRank: i32 = -1;

/**
 * Looks for the best split of a node of two classes whose rows weigh whole numbers: same outcome as `searchExactly`,
 * without bringing rows into order.
 */
export function searchOrderFree<K>(base: usize, n: i32, nConstants: i32): bool {
  forgetBest();
  beginNodeDraw(nConstants);
  nRows = n;
  for (feature = drawColumn(); feature >= 0; feature = drawColumn()) {
    hasClose = load<u8>(arena.hasCloseValues + <usize>feature) !== 0;
    passed = 0;
    firstRank = -1;
    scanColumn<K>(base, n, nDistinctOf(feature));
    if (firstRank === lastRank || (hasClose && !isApart(feature, firstRank, lastRank))) keepConstant();
    else keepLookedAt();
  }
  if (bestFeature < 0) return false;
  partitionRows<K>(base, n);
  const left = weightsOf(bestLeft);
  setSidesOfPair(f64x2.extract_lane(left, 0), f64x2.extract_lane(left, 1));
  return true;
}

/** Passes the ranks of the column from low to high, each with the sums of its rows. */
function scanColumn<K>(base: usize, n: i32, nDistinct: i32): void {
  const column = columnOf<K>(feature);
  if (nDistinct === 2) scanTwoRanks<K>(base, n, column);
  else if (nDistinct <= 64) scanFewRanks<K>(base, n, column);
  else if (sizeof<K>() === 4 && n <= COUNTING_SIZE) scanFewRows(base, n, column);
  else scanManyRanks<K>(base, n, column, nDistinct);
}

function scanTwoRanks<K>(base: usize, n: i32, column: usize): void {
  let all: u64 = 0;
  let upper: u64 = 0;
  for (let p = 0; p < n; p++) {
    const id = <usize>keyAt<K>(base, p);
    const sums = load<u64>(arena.rowPacked + (id << 3));
    const rank = load<K>(column + id * sizeof<K>()) >> <K>arena.idBits;
    all += sums;
    upper += sums & (0 - <u64>rank);
  }
  if (all !== upper) passRank(0, all - upper);
  if (upper !== 0) passRank(1, upper);
}

function scanFewRanks<K>(base: usize, n: i32, column: usize): void {
  let ranks: u64 = 0;
  for (let p = 0; p < n; p++) ranks |= (<u64>1) << addToHistogram<K>(<usize>keyAt<K>(base, p), column);
  passMarkedRanks(0, ranks);
}

function scanManyRanks<K>(base: usize, n: i32, column: usize, nDistinct: i32): void {
  for (let p = 0; p < n; p++) {
    const rank = addToHistogram<K>(<usize>keyAt<K>(base, p), column);
    const word = arena.rankBits + ((rank >> 6) << 3);
    store<u64>(word, load<u64>(word) | ((<u64>1) << (rank & 63)));
  }
  for (let first = 0; first < nDistinct; first += 64) {
    const word = arena.rankBits + ((<usize>(first >> 6)) << 3);
    const ranks = load<u64>(word);
    store<u64>(word, 0);
    passMarkedRanks(first, ranks);
  }
}

function scanFewRows(base: usize, n: i32, column: usize): void {
  const keys = arena.keyOfRank;
  for (let p = 0; p < n; p++) setKey<u32>(keys, p, load<u32>(column + ((<usize>keyAt<u32>(base, p)) << 2)));
  sortByCounting(keys, n);
  const mask = (1 << arena.idBits) - 1;
  let rank = keyAt<u32>(arena.scratch, 0) >> arena.idBits;
  let sums: u64 = 0;
  for (let p = 0; p < n; p++) {
    const key = keyAt<u32>(arena.scratch, p);
    if (key >> arena.idBits !== rank) {
      passRank(<i32>rank, sums);
      rank = key >> arena.idBits;
      sums = 0;
    }
    sums += load<u64>(arena.rowPacked + ((<usize>(key & mask)) << 3));
  }
  passRank(<i32>rank, sums);
}

/** Adds a row to the sums of its rank, and gives the rank. */
function addToHistogram<K>(id: usize, column: usize): usize {
  const rank = <usize>(load<K>(column + id * sizeof<K>()) >> <K>arena.idBits);
  const sums = arena.histogram + (rank << 3);
  store<u64>(sums, load<u64>(sums) + load<u64>(arena.rowPacked + (id << 3)));
  return rank;
}

/** Passes, and clears, the ranks from `first` on that have their bit set. */
function passMarkedRanks(first: i32, ranks: u64): void {
  while (ranks !== 0) {
    const rank = first + <i32>ctz(ranks);
    const sums = arena.histogram + ((<usize>rank) << 3);
    passRank(rank, load<u64>(sums));
    store<u64>(sums, 0);
    ranks &= ranks - 1;
  }
}

/** Evaluates the position below `rank`, then counts its rows to the left. */
function passRank(rank: i32, sums: u64): void {
  if (firstRank < 0) firstRank = rank;
  else if (!hasClose || isApart(feature, lastRank, rank)) evaluate(lastRank, rank);
  lastRank = rank;
  passed += sums;
}

function evaluate(below: i32, above: i32): void {
  const position = rowsOf(passed);
  if (position < minSamplesLeaf || nRows - position < minSamplesLeaf) return;
  const left = weightsOf(passed);
  const right = f64x2.sub(v128.load(arena.totals), left);
  const weights = f64x2.add(v128.shuffle<f64>(left, right, 0, 2), v128.shuffle<f64>(left, right, 1, 3));
  const parts = weightedGiniOfPair(left, right, weights);
  const proxy = -f64x2.extract_lane(parts, 1) - f64x2.extract_lane(parts, 0);
  if (proxy > bestProxy) {
    offer(proxy, feature, position, below, above);
    bestLeft = passed;
  }
}

/** Brings the rows of the left side before those of the right. */
function partitionRows<K>(base: usize, n: i32): void {
  const column = columnOf<K>(bestFeature);
  const last: K = ((<K>(bestBelow + 1)) << (<K>arena.idBits)) - 1;
  let nLeft = 0;
  let nRight = 0;
  for (let p = 0; p < n; p++) {
    const id = keyAt<K>(base, p);
    const goesLeft = <i32>(load<K>(column + <usize>id * sizeof<K>()) <= last);
    setKey<K>(base, nLeft, id);
    setKey<K>(arena.scratch, nRight, id);
    nLeft += goesLeft;
    nRight += 1 - goesLeft;
  }
  memory.copy(base + <usize>nLeft * sizeof<K>(), arena.scratch, <usize>nRight * sizeof<K>());
}
