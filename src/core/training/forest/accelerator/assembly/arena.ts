/**
 * Where everything lies in memory. Inputs are written by the host, outputs read by it; the layout is fixed once
 * per forest by `allocate`, and nothing is freed: the whole instance is dropped with the forest.
 */

/** Training rows, columns and classes of the forest. */
export let nRows: i32 = 0;
export let nCols: i32 = 0;
export let nClasses: i32 = 0;

/** A key is `rank << idBits | id`, with ids counting the rows a tree has drawn. */
export let idBits: u32 = 0;

/** Input: `i32[nCols][nRows]`, rank of each value among its column's distinct ones. */
export let ranks: usize = 0;
/** Input: `f32[]`, the distinct values of all columns, and `i32[nCols + 1]`, where each column's begin. */
export let values: usize = 0;
export let starts: usize = 0;
/** Input: `i32[nRows]`, class code per row. */
export let codes: usize = 0;
/** Input, per tree: `i32[nRows]`, how often each row was drawn, and `f64[nClasses]`, weight per class. */
export let counts: usize = 0;
export let classWeights: usize = 0;

/** `u8[nCols]`, 1 where some neighbouring values are too close to be told apart. */
export let hasCloseValues: usize = 0;
/** Keys of the drawn rows, column by column: `K[nCols][nDrawn]`. */
export let columnKeys: usize = 0;
/** The node's rows in their present order, as keys of the column looked at last: `K[nDrawn]`. */
export let keys: usize = 0;
/** Scratch as long as `keys`. */
export let scratch: usize = 0;
/** Per drawn row its weight, `f64`, its class, `i32`, and for two classes the weight by class, two `f64`. */
export let rowWeight: usize = 0;
export let rowClass: usize = 0;
export let rowPair: usize = 0;
/** Per drawn row `u64`: one row, and its multiplicity in the field of its class. See `packed-sums`. */
export let rowPacked: usize = 0;
/** Per rank of a column its packed sums, all zero between uses. */
export let histogram: usize = 0;
/** Per rank of a column its key, and one bit that says whether it occurs; all bits are zero between uses. */
export let keyOfRank: usize = 0;
export let rankBits: usize = 0;

/** The order in which columns are drawn, and the constants found so far: `i32[nCols]` each. */
export let features: usize = 0;
export let constants: usize = 0;
/** Nodes waiting to be grown, 48 bytes each. */
export let pending: usize = 0;
/** Per class `f64`: sums of the node and of the two sides of a position. */
export let totals: usize = 0;
export let lefts: usize = 0;
export let rights: usize = 0;

/** Output: the nodes of the last tree, one array per field. */
export let nodeFeature: usize = 0;
export let nodeThreshold: usize = 0;
export let nodeLeft: usize = 0;
export let nodeRight: usize = 0;
export let nodeImpurity: usize = 0;
export let nodeSamples: usize = 0;
export let nodeWeight: usize = 0;
export let nodeValue: usize = 0;

let top: usize = 0;

/** Lays memory out for a forest; `nValues` distinct values in all, at most `maxDistinct` in one column. */
export function layOut(rows: i32, cols: i32, classes: i32, nValues: i32, maxDistinct: i32, wide: bool): void {
  nRows = rows;
  nCols = cols;
  nClasses = classes;
  idBits = 32 - clz<u32>(max(rows - 1, 1));
  beginLayout();
  const keyBytes: usize = wide ? 8 : 4;
  const n = <usize>rows;
  const c = <usize>cols;
  const k = <usize>classes;
  const nodes: usize = 2 * n;
  ranks = take(c * n * 4);
  values = take(<usize>nValues * 4);
  starts = take((c + 1) * 4);
  codes = take(n * 4);
  counts = take(n * 4);
  classWeights = take(k * 8);
  hasCloseValues = take(c);
  columnKeys = take(c * n * keyBytes);
  keys = take(n * keyBytes);
  scratch = take(n * keyBytes);
  rowWeight = take(n * 8);
  rowClass = take(n * 4);
  rowPair = take(n * 16);
  rowPacked = take(n * 8);
  histogram = take(<usize>maxDistinct * 8);
  keyOfRank = take(<usize>maxDistinct * keyBytes);
  rankBits = take(((<usize>maxDistinct + 63) >> 6) * 8);
  features = take(c * 4);
  constants = take(c * 4);
  pending = take((n + 2) * 48);
  totals = take(k * 8);
  lefts = take(k * 8);
  rights = take(k * 8);
  nodeFeature = take(nodes * 4);
  nodeThreshold = take(nodes * 8);
  nodeLeft = take(nodes * 4);
  nodeRight = take(nodes * 4);
  nodeImpurity = take(nodes * 8);
  nodeSamples = take(nodes * 4);
  nodeWeight = take(nodes * 8);
  nodeValue = take(nodes * (k << 3));
  endLayout();
}

/** Starts to lay memory out anew. */
export function beginLayout(): void {
  top = (<usize>__heap_base + 15) & ~15;
}

/** Sees to it that all that was taken exists. */
export function endLayout(): void {
  const pages = <i32>((top + 0xffff) >> 16);
  if (pages > memory.size() && memory.grow(pages - memory.size()) < 0) unreachable();
}

/** The next `bytes` of memory. */
export function take(bytes: usize): usize {
  const place = top;
  top += (bytes + 15) & ~15;
  return place;
}
