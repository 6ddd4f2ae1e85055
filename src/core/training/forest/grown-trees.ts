/**
 * Trees laid end to end; node ids count from 0 within each tree, in pre-order. A leaf has feature −2, threshold
 * −2 and children −1. The arrays can be transferred.
 */
export interface GrownTrees {
  readonly nClasses: number;
  /** Tree t owns the nodes from `starts[t]` up to `starts[t + 1]`. */
  readonly starts: Int32Array;
  readonly feature: Int32Array;
  /** Rows with value ≤ threshold go left. */
  readonly threshold: Float64Array;
  readonly childrenLeft: Int32Array;
  readonly childrenRight: Int32Array;
  readonly impurity: Float64Array;
  readonly nNodeSamples: Int32Array;
  readonly weightedNNodeSamples: Float64Array;
  /** Class fractions of each node's weight: node i, class c at `value[i * nClasses + c]`. */
  readonly value: Float64Array;
}

/** One tree as views into the forest's arrays, by scikit-learn's names. */
export type TreeView = Omit<GrownTrees, 'starts' | 'nClasses'>;

/** Marks a leaf in `feature` and `threshold`. */
export const LEAF = -2;

/** How many trees there are. */
export function countTrees(trees: GrownTrees): number {
  return trees.starts.length - 1;
}

/** Tree number `tree` without copying. */
export function viewTree(trees: GrownTrees, tree: number): TreeView {
  const from = trees.starts[tree];
  const to = trees.starts[tree + 1];
  return {
    feature: trees.feature.subarray(from, to),
    threshold: trees.threshold.subarray(from, to),
    childrenLeft: trees.childrenLeft.subarray(from, to),
    childrenRight: trees.childrenRight.subarray(from, to),
    impurity: trees.impurity.subarray(from, to),
    nNodeSamples: trees.nNodeSamples.subarray(from, to),
    weightedNNodeSamples: trees.weightedNNodeSamples.subarray(from, to),
    value: trees.value.subarray(from! * trees.nClasses, to! * trees.nClasses),
  };
}

/** The trees of all parts, in the order of the parts. */
export function concatTrees(parts: readonly GrownTrees[]): GrownTrees {
  const starts = [0];
  for (const part of parts) {
    const offset = starts.at(-1)!;
    for (let tree = 1; tree < part.starts.length; tree++) starts.push(offset + part.starts[tree]!);
  }
  return {
    nClasses: parts[0]!.nClasses,
    starts: Int32Array.from(starts),
    feature: concatInts(parts.map((part) => part.feature)),
    threshold: concatDoubles(parts.map((part) => part.threshold)),
    childrenLeft: concatInts(parts.map((part) => part.childrenLeft)),
    childrenRight: concatInts(parts.map((part) => part.childrenRight)),
    impurity: concatDoubles(parts.map((part) => part.impurity)),
    nNodeSamples: concatInts(parts.map((part) => part.nNodeSamples)),
    weightedNNodeSamples: concatDoubles(parts.map((part) => part.weightedNNodeSamples)),
    value: concatDoubles(parts.map((part) => part.value)),
  };
}

function concatInts(parts: readonly Int32Array[]): Int32Array {
  return fill(new Int32Array(totalLength(parts)), parts);
}

function concatDoubles(parts: readonly Float64Array[]): Float64Array {
  return fill(new Float64Array(totalLength(parts)), parts);
}

function totalLength(parts: readonly ArrayLike<number>[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}

function fill<T extends Int32Array | Float64Array>(target: T, parts: readonly T[]): T {
  let offset = 0;
  for (const part of parts) {
    target.set(part, offset);
    offset += part.length;
  }
  return target;
}
