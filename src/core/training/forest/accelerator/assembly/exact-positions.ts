import * as arena from './arena';
import { bestProxy, isApart, offer } from './best-position';
import { gini, weightedGiniOfPair } from './gini';
import { keyAt } from './keys';
import { minSamplesLeaf } from './limits';
import { leftWeight, moveSides, resetSides } from './sides';

/** Evaluates every position of the sorted node, `n` keys from `base`, and offers it to the best. */
export function scanPositions<K>(base: usize, n: i32, feature: i32, weight: f64): void {
  if (arena.nClasses === 2) scanTwoClasses<K>(base, n, feature, weight);
  else scanManyClasses<K>(base, n, feature, weight);
}

function scanTwoClasses<K>(base: usize, n: i32, feature: i32, weight: f64): void {
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
    if (p < minSamplesLeaf || n - p < minSamplesLeaf) continue;
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

function scanManyClasses<K>(base: usize, n: i32, feature: i32, weight: f64): void {
  const shift = <K>arena.idBits;
  const nClasses = arena.nClasses;
  const close = load<u8>(arena.hasCloseValues + <usize>feature) !== 0;
  resetSides();
  let pos = 0;
  let below = keyAt<K>(base, 0) >> shift;
  for (let p = 1; p < n; p++) {
    const above = keyAt<K>(base, p) >> shift;
    if (above === below) continue;
    const rankBelow = <i32>below;
    below = above;
    if (close && !isApart(feature, rankBelow, <i32>above)) continue;
    if (p < minSamplesLeaf || n - p < minSamplesLeaf) continue;
    moveSides<K>(base, n, pos, p, weight);
    pos = p;
    const wl = leftWeight;
    const wr = weight - wl;
    if (wl < 0 || wr < 0) continue;
    const proxy = -wr * gini(arena.rights, nClasses, wr) - wl * gini(arena.lefts, nClasses, wl);
    offer(proxy, feature, p, rankBelow, <i32>above);
  }
}
