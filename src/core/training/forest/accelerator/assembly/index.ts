export * from './predict';

import * as arena from './arena';
import { bestFeature, bestPosition, bestThreshold, findCloseValues } from './best-position';
import { beginTreeDraw, endNodeDraw } from './column-draw';
import { leftWeight } from './exact-positions';
import { searchExactly, sumNode } from './exact-search';
import { gini } from './gini';
import { setKey } from './keys';

/** Below this an impurity counts as zero, and an improvement may fall short of the one required. */
const EPSILON: f64 = 2.220446049250313e-16;

let isWide = false;
let maxFeatures: i32 = 0;
let maxDepth: i32 = 0;
let minSamplesSplit: i32 = 0;
let minSamplesLeaf: i32 = 0;
let minImpurityDecrease: f64 = 0;
let smallestBlock: i32 = 1;

/** Lays out memory; to be called once, before the inputs are written. */
export function allocate(nRows: i32, nCols: i32, nClasses: i32, nValues: i32, maxDistinct: i32): void {
  isWide = 64 - clz<u32>(max(nRows - 1, 1)) - clz<u32>(max(maxDistinct - 1, 1)) > 32;
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

/** Sets where trees stop; to be called once the columns are written. `smallest` is the sort's. */
export function setLimits(
  features: i32,
  depth: i32,
  samplesSplit: i32,
  samplesLeaf: i32,
  impurityDecrease: f64,
  smallest: i32,
): void {
  maxFeatures = features;
  maxDepth = depth;
  minSamplesSplit = samplesSplit;
  minSamplesLeaf = samplesLeaf;
  minImpurityDecrease = impurityDecrease;
  smallestBlock = smallest;
  findCloseValues();
}

/** Grows the tree of the row counts and class weights that were written; gives its number of nodes. */
export function growTree(randomStart: u32): i32 {
  return isWide ? grow<u64>(randomStart) : grow<u32>(randomStart);
}

function grow<K>(randomStart: u32): i32 {
  beginTreeDraw(randomStart);
  const nDrawn = packRows<K>();
  const totalWeight = totalRowWeight();
  let nNodes = 0;
  let nPending = 1;
  setPending(0, 0, nDrawn, 0, 0, -1, 0, 0);
  while (nPending > 0) {
    const record = pendingAt(--nPending);
    const start = load<i32>(record);
    const end = load<i32>(record, 4);
    const depth = load<i32>(record, 8);
    const nConstants = load<i32>(record, 12);
    const parent = load<i32>(record, 16);
    const base = arena.keys + <usize>start * sizeof<K>();
    const n = end - start;
    const weight = sumNode<K>(base, n);
    const impurity = parent < 0 ? gini(arena.totals, arena.nClasses, weight) : load<f64>(record, 24);
    const id = nNodes++;
    addLeaf(id, impurity, n, weight);
    if (parent >= 0) {
      const children = load<i32>(record, 20) === 0 ? arena.nodeLeft : arena.nodeRight;
      store<i32>(children + ((<usize>parent) << 2), id);
    }
    if (depth >= maxDepth || n < minSamplesSplit || n < 2 * minSamplesLeaf || impurity <= EPSILON) continue;
    const isSplit = searchExactly<K>(
      base,
      n,
      nDrawn,
      weight,
      nConstants,
      maxFeatures,
      minSamplesLeaf,
      smallestBlock,
    );
    const total = endNodeDraw();
    if (!isSplit) continue;
    const wl = leftWeight;
    const wr = weight - wl;
    const impurityLeft = gini(arena.lefts, arena.nClasses, wl);
    const impurityRight = gini(arena.rights, arena.nClasses, wr);
    const improvement =
      (weight / totalWeight) * (impurity - (wr / weight) * impurityRight - (wl / weight) * impurityLeft);
    if (improvement + EPSILON < minImpurityDecrease) continue;
    store<i32>(arena.nodeFeature + ((<usize>id) << 2), bestFeature);
    store<f64>(arena.nodeThreshold + ((<usize>id) << 3), bestThreshold());
    const middle = start + bestPosition;
    setPending(nPending++, middle, end, depth + 1, total, id, 1, impurityRight);
    setPending(nPending++, start, middle, depth + 1, total, id, 0, impurityLeft);
  }
  return nNodes;
}

/** Numbers the drawn rows in row order, and gathers their weights and keys. */
function packRows<K>(): i32 {
  let n = 0;
  for (let row = 0; row < arena.nRows; row++) {
    const count = load<i32>(arena.counts + ((<usize>row) << 2));
    const code = load<i32>(arena.codes + ((<usize>row) << 2));
    const weight = load<f64>(arena.classWeights + ((<usize>code) << 3)) * <f64>count;
    // Unused once read: from here on, the place holds which rows are drawn.
    if (weight === 0) continue;
    store<f64>(arena.rowWeight + ((<usize>n) << 3), weight);
    store<i32>(arena.rowClass + ((<usize>n) << 2), code);
    const pair = arena.rowPair + ((<usize>n) << 4);
    store<f64>(pair, code === 0 ? weight : 0);
    store<f64>(pair, code === 1 ? weight : 0, 8);
    store<i32>(arena.counts + ((<usize>n) << 2), row);
    n++;
  }
  const shift = <K>arena.idBits;
  for (let feature = 0; feature < arena.nCols; feature++) {
    const ranks = arena.ranks + ((<usize>feature * <usize>arena.nRows) << 2);
    const keys = arena.columnKeys + <usize>feature * <usize>n * sizeof<K>();
    for (let id = 0; id < n; id++) {
      const row = load<i32>(arena.counts + ((<usize>id) << 2));
      const rank = load<u32>(ranks + ((<usize>row) << 2));
      setKey<K>(keys, id, ((<K>rank) << shift) | <K>id);
    }
  }
  for (let id = 0; id < n; id++) setKey<K>(arena.keys, id, <K>id);
  drawnRows = n;
  return n;
}

let drawnRows: i32 = 0;

/** The weight of all rows, added in row order. */
function totalRowWeight(): f64 {
  let sum: f64 = 0;
  for (let id = 0; id < drawnRows; id++) sum += load<f64>(arena.rowWeight + ((<usize>id) << 3));
  return sum;
}

function pendingAt(i: i32): usize {
  return arena.pending + <usize>i * arena.PENDING_BYTES;
}

function setPending(
  i: i32,
  start: i32,
  end: i32,
  depth: i32,
  nConstants: i32,
  parent: i32,
  side: i32,
  impurity: f64,
): void {
  const record = pendingAt(i);
  store<i32>(record, start);
  store<i32>(record, end, 4);
  store<i32>(record, depth, 8);
  store<i32>(record, nConstants, 12);
  store<i32>(record, parent, 16);
  store<i32>(record, side, 20);
  store<f64>(record, impurity, 24);
}

function addLeaf(id: i32, impurity: f64, n: i32, weight: f64): void {
  const node = <usize>id;
  store<i32>(arena.nodeFeature + (node << 2), -2);
  store<f64>(arena.nodeThreshold + (node << 3), -2);
  store<i32>(arena.nodeLeft + (node << 2), -1);
  store<i32>(arena.nodeRight + (node << 2), -1);
  store<f64>(arena.nodeImpurity + (node << 3), impurity);
  store<i32>(arena.nodeSamples + (node << 2), n);
  store<f64>(arena.nodeWeight + (node << 3), weight);
  const k = <usize>arena.nClasses;
  const value = arena.nodeValue + node * (k << 3);
  for (let c: usize = 0; c < k; c++) {
    store<f64>(value + (c << 3), load<f64>(arena.totals + (c << 3)) / weight);
  }
}
