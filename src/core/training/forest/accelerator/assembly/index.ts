import * as arena from './arena';
import { growNodes } from './grow-tree';
import { MAX_PACKED } from './packed-sums';

export { findCloseValues } from './best-position';
export { setLimits } from './limits';
export * from './predict';

let isWide = false;

/** Lays out memory; to be called once, before the inputs are written. */
export function allocate(nRows: i32, nCols: i32, nClasses: i32, nValues: i32, maxDistinct: i32): void {
  isWide = 64 - clz<u32>(max(nRows - 1, 1)) - clz<u32>(max(maxDistinct - 1, 1)) > 31;
  arena.layOut(nRows, nCols, nClasses, nValues, maxDistinct, isWide);
}

/** Where the inputs go. */
export function ranksPlace(): usize {
  return arena.ranks;
}
export function valuesPlace(): usize {
  return arena.values;
}
export function startsPlace(): usize {
  return arena.starts;
}
export function codesPlace(): usize {
  return arena.codes;
}
export function countsPlace(): usize {
  return arena.counts;
}
export function classWeightsPlace(): usize {
  return arena.classWeights;
}

/** Where the nodes of the last tree are. */
export function featurePlace(): usize {
  return arena.nodeFeature;
}
export function thresholdPlace(): usize {
  return arena.nodeThreshold;
}
export function leftPlace(): usize {
  return arena.nodeLeft;
}
export function rightPlace(): usize {
  return arena.nodeRight;
}
export function impurityPlace(): usize {
  return arena.nodeImpurity;
}
export function samplesPlace(): usize {
  return arena.nodeSamples;
}
export function weightPlace(): usize {
  return arena.nodeWeight;
}
export function valuePlace(): usize {
  return arena.nodeValue;
}

/**
 * Grows the tree of the row counts and class weights that were written; gives its number of nodes. `hasWholeWeights`
 * says that every class weighs 1.
 */
export function growTree(randomStart: u32, hasWholeWeights: bool): i32 {
  const isOrderFree = hasWholeWeights && arena.nClasses === 2 && arena.nRows <= MAX_PACKED;
  return isWide ? growNodes<u64>(randomStart, isOrderFree) : growNodes<u32>(randomStart, isOrderFree);
}
