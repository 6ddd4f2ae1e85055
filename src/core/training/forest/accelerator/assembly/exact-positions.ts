import * as arena from './arena';
import { bestProxy, isApart, offer } from './best-position';
import { gini, weightedGiniOfPair } from './gini';
import { keyAt } from './keys';

/**
 * Weight sums left of a position, moved as the reference's `moveTo` does: row by row from the left, or by
 * subtracting from the node's totals from the right, the shorter way. Sums per class lie in `arena.lefts`.
 */
export let leftWeight: f64 = 0;

/** Evaluates every position of the sorted node, `n` keys from `base`, and offers it to the best. */
export function scanPositions<K>(base: usize, n: i32, feature: i32, weight: f64, minLeaf: i32): void {
  if (arena.nClasses === 2) scanTwoClasses<K>(base, n, feature, weight, minLeaf);
  else scanManyClasses<K>(base, n, feature, weight, minLeaf);
}

function scanTwoClasses<K>(base: usize, n: i32, feature: i32, weight: f64, minLeaf: i32): void {
  const shift = <K>arena.idBits;
  const mask: K = ((<K>1) << shift) - 1;
  const pairs = arena.rowPair;
  const close = load<u8>(arena.hasCloseValues + <usize>feature) !== 0;
  const total = v128.load(arena.totals);
  let left = f64x2.splat(0);
  let wl: f64 = 0;
  let pos = 0;
  let below = keyAt<K>(base, 0) >> shift;
  for (let p = 1; p < n; p++) {
    const above = keyAt<K>(base, p) >> shift;
    if (above === below) continue;
    const rankBelow = <i32>below;
    below = above;
    if (close && !isApart(feature, rankBelow, <i32>above)) continue;
    if (p < minLeaf || n - p < minLeaf) continue;
    if (p - pos <= n - p) {
      for (let q = pos; q < p; q++) {
        const pair = v128.load(pairs + ((<usize>(keyAt<K>(base, q) & mask)) << 4));
        left = f64x2.add(left, pair);
        wl += f64x2.extract_lane(pair, 0) + f64x2.extract_lane(pair, 1);
      }
    } else {
      left = total;
      wl = weight;
      for (let q = n - 1; q >= p; q--) {
        const pair = v128.load(pairs + ((<usize>(keyAt<K>(base, q) & mask)) << 4));
        left = f64x2.sub(left, pair);
        wl -= f64x2.extract_lane(pair, 0) + f64x2.extract_lane(pair, 1);
      }
    }
    pos = p;
    const wr = weight - wl;
    if (wl < 0 || wr < 0) continue;
    const weights = f64x2.replace_lane(f64x2.splat(wl), 1, wr);
    const parts = weightedGiniOfPair(left, f64x2.sub(total, left), weights);
    const proxy = -f64x2.extract_lane(parts, 1) - f64x2.extract_lane(parts, 0);
    if (proxy > bestProxy) offer(proxy, feature, p, rankBelow, <i32>above);
  }
}

function scanManyClasses<K>(base: usize, n: i32, feature: i32, weight: f64, minLeaf: i32): void {
  const shift = <K>arena.idBits;
  const nClasses = arena.nClasses;
  const close = load<u8>(arena.hasCloseValues + <usize>feature) !== 0;
  resetLefts();
  let pos = 0;
  let below = keyAt<K>(base, 0) >> shift;
  for (let p = 1; p < n; p++) {
    const above = keyAt<K>(base, p) >> shift;
    if (above === below) continue;
    const rankBelow = <i32>below;
    below = above;
    if (close && !isApart(feature, rankBelow, <i32>above)) continue;
    if (p < minLeaf || n - p < minLeaf) continue;
    moveLefts<K>(base, n, pos, p, weight);
    pos = p;
    const wl = leftWeight;
    const wr = weight - wl;
    if (wl < 0 || wr < 0) continue;
    const proxy = -wr * gini(arena.rights, nClasses, wr) - wl * gini(arena.lefts, nClasses, wl);
    offer(proxy, feature, p, rankBelow, <i32>above);
  }
}

export function resetLefts(): void {
  memory.fill(arena.lefts, 0, (<usize>arena.nClasses) << 3);
  leftWeight = 0;
}

/** Moves the sums on from `pos` to `p`, and sets those of the right side. */
export function moveLefts<K>(base: usize, n: i32, pos: i32, p: i32, weight: f64): void {
  const bytes = (<usize>arena.nClasses) << 3;
  if (p - pos <= n - p) {
    for (let q = pos; q < p; q++)
      addToLeft(<i32>(keyAt<K>(base, q) & (((<K>1) << (<K>arena.idBits)) - 1)), 1);
  } else {
    memory.copy(arena.lefts, arena.totals, bytes);
    leftWeight = weight;
    for (let q = n - 1; q >= p; q--)
      addToLeft(<i32>(keyAt<K>(base, q) & (((<K>1) << (<K>arena.idBits)) - 1)), -1);
  }
  for (let c: usize = 0; c < bytes; c += 8) {
    store<f64>(arena.rights + c, load<f64>(arena.totals + c) - load<f64>(arena.lefts + c));
  }
}

function addToLeft(id: i32, sign: f64): void {
  const weight = sign * load<f64>(arena.rowWeight + ((<usize>id) << 3));
  const sum = arena.lefts + ((<usize>load<i32>(arena.rowClass + ((<usize>id) << 2))) << 3);
  store<f64>(sum, load<f64>(sum) + weight);
  leftWeight += weight;
}
