import * as arena from './arena';

/** A node waiting to be grown: where its rows are, what it inherits, and where it hangs. */
const BYTES: usize = 48;

let nPending: i32 = 0;

/** Fields of the node taken last. `parent` is −1 for the root. */
export let start: i32 = 0;
export let end: i32 = 0;
export let depth: i32 = 0;
export let nConstants: i32 = 0;
export let parent: i32 = 0;
export let isRight: bool = false;
export let impurity: f64 = 0;
/** Where its two sums by class are, for searches that inherit them. */
export let pairSums: usize = 0;

export function putRoot(nDrawn: i32): void {
  nPending = 0;
  putNode(0, nDrawn, 0, 0, -1, false, 0, arena.lefts);
}

/** Puts a node on top of the stack; its sums by class are copied from `sums`. */
export function putNode(
  from: i32,
  to: i32,
  level: i32,
  constants: i32,
  parentId: i32,
  side: bool,
  nodeImpurity: f64,
  sums: usize,
): void {
  const record = arena.pending + <usize>nPending * BYTES;
  nPending++;
  store<i32>(record, from);
  store<i32>(record, to, 4);
  store<i32>(record, level, 8);
  store<i32>(record, constants, 12);
  store<i32>(record, parentId, 16);
  store<i32>(record, <i32>side, 20);
  store<f64>(record, nodeImpurity, 24);
  if (arena.nClasses === 2) v128.store(record + 32, v128.load(sums));
}

/** Takes the node on top of the stack; false when there is none. */
export function takeNode(): bool {
  if (nPending === 0) return false;
  nPending--;
  const record = arena.pending + <usize>nPending * BYTES;
  start = load<i32>(record);
  end = load<i32>(record, 4);
  depth = load<i32>(record, 8);
  nConstants = load<i32>(record, 12);
  parent = load<i32>(record, 16);
  isRight = load<i32>(record, 20) !== 0;
  impurity = load<f64>(record, 24);
  pairSums = record + 32;
  return true;
}
