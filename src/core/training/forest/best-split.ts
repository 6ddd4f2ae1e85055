import type { GiniCriterion } from './gini-criterion.ts';
import type { GrowTask } from './grow-task.ts';
import { sortSamples } from './sort-samples.ts';
import type { SplitRandom } from './split-random.ts';

/** Values of one column closer than this are not told apart, except in the 1.7 semantics. */
const FEATURE_THRESHOLD = Math.fround(1e-7);

/** Where a node is cut: rows at [start, position) go left. */
export interface Split {
  readonly feature: number;
  readonly threshold: number;
  readonly position: number;
}

/** A node's range of samples, and how many columns its ancestors found constant. */
export interface NodeRange {
  readonly start: number;
  readonly end: number;
  readonly nConstants: number;
}

/**
 * Looks for a node's best split among randomly drawn columns. Lives as long as one tree, because the order of
 * its samples, columns and known constants carries over from node to node.
 */
export class SplitSearch {
  /** Constant columns known after the last search; what the children inherit. */
  nConstants = 0;
  /** Proxy improvement of the position that `bestPosition` found last. */
  private positionProxy = Number.NEGATIVE_INFINITY;
  private readonly task: GrowTask;
  private readonly random: SplitRandom;
  private readonly samples: Int32Array;
  private readonly ranks: Int32Array;
  private readonly criterion: GiniCriterion;
  private readonly features: Int32Array;
  private readonly constants: Int32Array;

  constructor(
    task: GrowTask,
    tree: { readonly random: SplitRandom; readonly samples: Int32Array; readonly criterion: GiniCriterion },
  ) {
    this.task = task;
    this.random = tree.random;
    this.samples = tree.samples;
    this.criterion = tree.criterion;
    this.ranks = new Int32Array(tree.samples.length);
    this.features = Int32Array.from({ length: task.columns.nCols }, (_, feature) => feature);
    this.constants = new Int32Array(task.columns.nCols);
  }

  /** The best split of the node that the criterion has entered, or null where no position is allowed. */
  search(node: NodeRange): Split | null {
    const { features, constants } = this;
    const { maxFeatures } = this.task.limits;
    const known = node.nConstants;
    let best: Split | null = null;
    let bestProxy = Number.NEGATIVE_INFINITY;
    // Of `features`, [0, drawn) are known constants drawn again, [known, total) those found now, and
    // [remaining, F) the columns already looked at.
    let remaining = features.length;
    let visited = 0;
    let found = 0;
    let drawn = 0;
    while (remaining > known + found && (visited < maxFeatures || visited <= found + drawn)) {
      visited++;
      let j = this.random.between(drawn, remaining - found);
      if (j < known) {
        swap(features, drawn++, j);
        continue;
      }
      j += found;
      const feature = features[j]!;
      this.loadColumn(feature, node);
      sortSamples({ values: this.ranks, samples: this.samples }, node, this.task.semantics);
      if (!this.isAbove(feature, this.ranks[node.start]!, this.ranks[node.end - 1]!)) {
        swap(features, j, known + found++);
        continue;
      }
      swap(features, --remaining, j);
      const position = this.bestPosition(feature, node, bestProxy);
      if (position < 0) continue;
      bestProxy = this.positionProxy;
      best = { feature, threshold: this.middle(feature, position), position };
    }
    features.set(constants.subarray(0, known));
    constants.set(features.subarray(known, known + found), known);
    this.nConstants = known + found;
    if (best !== null) this.partition(best, node);
    return best;
  }

  private loadColumn(feature: number, { start, end }: NodeRange): void {
    const { ranks, nRows } = this.task.columns;
    const offset = feature * nRows;
    for (let p = start; p < end; p++) this.ranks[p] = ranks[offset + this.samples[p]!]!;
  }

  /** Whether the value of rank `high` counts as greater than that of rank `low`. */
  private isAbove(feature: number, low: number, high: number): boolean {
    if (low === high) return false;
    if (this.task.semantics === '1.7') return true;
    const { values, starts } = this.task.columns;
    const first = starts[feature]!;
    return values[first + high]! > Math.fround(values[first + low]! + FEATURE_THRESHOLD);
  }

  /**
   * The best position in the sorted column, of those between neighbours that can be told apart and with enough rows
   * on both sides, or −1 where none beats `proxyToBeat`. The first of equal ones wins.
   */
  private bestPosition(feature: number, { start, end }: NodeRange, proxyToBeat: number): number {
    const { criterion, ranks } = this;
    const { minSamplesLeaf } = this.task.limits;
    let best = -1;
    this.positionProxy = proxyToBeat;
    criterion.reset();
    for (let p = start + 1; p < end; p++) {
      if (!this.isAbove(feature, ranks[p - 1]!, ranks[p]!)) continue;
      if (p - start < minSamplesLeaf || end - p < minSamplesLeaf) continue;
      criterion.moveTo(p);
      if (criterion.hasLightSide()) continue;
      const proxy = criterion.proxyImprovement();
      if (proxy > this.positionProxy) {
        this.positionProxy = proxy;
        best = p;
      }
    }
    return best;
  }

  /** The mean of the two values around `position`. It is exact, so it lies strictly between them. */
  private middle(feature: number, position: number): number {
    const { values, starts } = this.task.columns;
    const first = starts[feature]!;
    const below = values[first + this.ranks[position - 1]!]!;
    const above = values[first + this.ranks[position]!]!;
    return below / 2 + above / 2;
  }

  /**
   * Brings the samples of the left side before those of the right, from the order in which the last column
   * looked at left them, and moves the criterion to the cut.
   */
  private partition({ feature, threshold, position }: Split, node: NodeRange): void {
    const { values, starts } = this.task.columns;
    const first = starts[feature]!;
    this.loadColumn(feature, node);
    let p = node.start;
    let q = node.end;
    while (p < q) {
      if (values[first + this.ranks[p]!]! <= threshold) {
        p++;
      } else {
        swap(this.ranks, p, --q);
        swap(this.samples, p, q);
      }
    }
    this.criterion.reset();
    this.criterion.moveTo(position);
  }
}

function swap(array: Int32Array, i: number, j: number): void {
  const value = array[i]!;
  array[i] = array[j]!;
  array[j] = value;
}
