import { beginLayout, endLayout, take } from './arena';

/** Bytes of a packed node: threshold in float32, byte offset of its column in a row, and both children's places. */
const NODE_BYTES: usize = 16;

let nRows: i32 = 0;
let nCols: i32 = 0;
let nClasses: i32 = 0;
let rows: usize = 0;
let sums: usize = 0;
let feature: usize = 0;
let threshold: usize = 0;
let left: usize = 0;
let right: usize = 0;
let value: usize = 0;
let packed: usize = 0;

/** Lays memory out for predicting; instead of `allocate`. `maxNodes` is the size of the largest tree. */
export function allocatePrediction(rowCount: i32, cols: i32, classes: i32, maxNodes: i32): void {
  nRows = rowCount;
  nCols = cols;
  nClasses = classes;
  const nodes = <usize>maxNodes;
  beginLayout();
  rows = take((<usize>nRows * <usize>nCols) << 2);
  sums = take((<usize>nRows * <usize>nClasses) << 3);
  feature = take(nodes << 2);
  threshold = take(nodes << 3);
  left = take(nodes << 2);
  right = take(nodes << 2);
  value = take((nodes * <usize>nClasses) << 3);
  packed = take(nodes * NODE_BYTES);
  endLayout();
}

/** Inputs: `f32[nRows][nCols]`, and one tree at a time. Output: `f64[nRows][nClasses]`, the sums over the trees. */
export function predictRowsPlace(): usize {
  return rows;
}
export function predictSumsPlace(): usize {
  return sums;
}
export function predictFeaturePlace(): usize {
  return feature;
}
export function predictThresholdPlace(): usize {
  return threshold;
}
export function predictLeftPlace(): usize {
  return left;
}
export function predictRightPlace(): usize {
  return right;
}
export function predictValuePlace(): usize {
  return value;
}

/** Adds the leaf values of the tree that was written, `nNodes` in all, to every row's sums. */
export function addTree(nNodes: i32): void {
  packNodes(nNodes);
  const rowBytes = (<usize>nCols) << 2;
  let row = 0;
  let x = rows;
  // Four rows at a time, without branches, so that the processor can work on all four paths at once.
  for (; row + 4 <= nRows; row += 4) {
    const x1 = x + rowBytes;
    const x2 = x1 + rowBytes;
    const x3 = x2 + rowBytes;
    let a = packed;
    let b = packed;
    let c = packed;
    let d = packed;
    let moved: usize = 1;
    while (moved !== 0) {
      const a1 = step(a, x);
      const b1 = step(b, x1);
      const c1 = step(c, x2);
      const d1 = step(d, x3);
      moved = (a ^ a1) | (b ^ b1) | (c ^ c1) | (d ^ d1);
      a = a1;
      b = b1;
      c = c1;
      d = d1;
    }
    addLeaf(row, a);
    addLeaf(row + 1, b);
    addLeaf(row + 2, c);
    addLeaf(row + 3, d);
    x = x3 + rowBytes;
  }
  for (; row < nRows; row++) {
    let node = packed;
    for (let next = step(node, x); next !== node; next = step(node, x)) node = next;
    addLeaf(row, node);
    x += rowBytes;
  }
}

/** The child that the row at `x` goes to; a leaf is its own child. */
function step(node: usize, x: usize): usize {
  const goesLeft = load<f32>(x + <usize>load<u32>(node, 4)) <= load<f32>(node);
  return select<usize>(<usize>load<u32>(node, 8), <usize>load<u32>(node, 12), goesLeft);
}

function addLeaf(row: i32, node: usize): void {
  const bytes = (<usize>nClasses) << 3;
  const from = value + ((node - packed) / NODE_BYTES) * bytes;
  const to = sums + <usize>row * bytes;
  for (let c: usize = 0; c < bytes; c += 8) store<f64>(to + c, load<f64>(to + c) + load<f64>(from + c));
}

function packNodes(nNodes: i32): void {
  for (let i: usize = 0; i < <usize>nNodes; i++) {
    const node = packed + i * NODE_BYTES;
    const column = load<i32>(feature + (i << 2));
    const isLeaf = column < 0;
    store<f32>(node, floorToFloat32(load<f64>(threshold + (i << 3))));
    store<u32>(node, isLeaf ? 0 : (<u32>column) << 2, 4);
    store<u32>(node, <u32>(isLeaf ? node : packed + <usize>load<u32>(left + (i << 2)) * NODE_BYTES), 8);
    store<u32>(node, <u32>(isLeaf ? node : packed + <usize>load<u32>(right + (i << 2)) * NODE_BYTES), 12);
  }
}

/** The largest float32 not above `x`: a float32 is ≤ the one where it is ≤ the other. */
function floorToFloat32(x: f64): f32 {
  const rounded = <f32>x;
  if (<f64>rounded <= x) return rounded;
  const bits = reinterpret<i32>(rounded);
  if (bits << 1 === 0) return reinterpret<f32>(<i32>0x80000001);
  return reinterpret<f32>(bits < 0 ? bits + 1 : bits - 1);
}
