import * as arena from './arena';

/** The best position found in the node so far. */
export let bestProxy: f64 = 0;
export let bestFeature: i32 = 0;
/** How many of the node's rows go left. */
export let bestPosition: i32 = 0;
/** Ranks of the neighbours on both sides. */
export let bestBelow: i32 = 0;
export let bestAbove: i32 = 0;

export function forgetBest(): void {
  bestProxy = -Infinity;
  bestFeature = -1;
}

export function offer(proxy: f64, feature: i32, position: i32, below: i32, above: i32): void {
  if (proxy > bestProxy) {
    bestProxy = proxy;
    bestFeature = feature;
    bestPosition = position;
    bestBelow = below;
    bestAbove = above;
  }
}

/** How many distinct values a column has. */
export function nDistinctOf(feature: i32): i32 {
  const start = arena.starts + ((<usize>feature) << 2);
  return load<i32>(start, 4) - load<i32>(start);
}

/** Whether rank `above` of a column counts as greater than rank `below`: by more than 1e-7 in float32. */
export function isApart(feature: i32, below: i32, above: i32): bool {
  const first = arena.values + ((<usize>load<i32>(arena.starts + ((<usize>feature) << 2))) << 2);
  return load<f32>(first + ((<usize>above) << 2)) > load<f32>(first + ((<usize>below) << 2)) + <f32>1e-7;
}

/** The mean of the two values around the best position. */
export function bestThreshold(): f64 {
  const first = arena.values + ((<usize>load<i32>(arena.starts + ((<usize>bestFeature) << 2))) << 2);
  const below = <f64>load<f32>(first + ((<usize>bestBelow) << 2));
  const above = <f64>load<f32>(first + ((<usize>bestAbove) << 2));
  return below / 2 + above / 2;
}

/**
 * Marks the columns in which `isApart` can be false for different ranks; to be called once the columns are written.
 * Where it is not called, different ranks are always apart.
 */
export function findCloseValues(): void {
  for (let feature = 0; feature < arena.nCols; feature++) {
    let found: u8 = 0;
    for (let rank = 1; rank < nDistinctOf(feature); rank++) if (!isApart(feature, rank - 1, rank)) found = 1;
    store<u8>(arena.hasCloseValues + <usize>feature, found);
  }
}
