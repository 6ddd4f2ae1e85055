import type { ForestArithmetic } from './forest-arithmetic.ts';
import type { ForestSemantics } from './forest-semantics.ts';
import type { GrowthLimits } from './growth-limits.ts';
import type { RankedColumns } from './ranked-columns.ts';

/** How a tree draws and weighs its rows. */
export interface Sampling {
  readonly bootstrap: boolean;
  /** One weight per class, or null where every row counts the same. */
  readonly classWeights: Float64Array | null;
  /** Weigh classes by their frequency in each tree's own draw; `classWeights` is then null. */
  readonly balancedSubsample: boolean;
  /** Running probability per row where the draw itself is weighted (1.9 semantics), else null. */
  readonly drawCumulative: Float64Array | null;
}

/** Trees to grow: all a worker needs, as a plain cloneable value. Same task, same trees, in any engine. */
export interface GrowTask {
  readonly columns: RankedColumns;
  /** Class code per row. */
  readonly codes: Int32Array;
  readonly nClasses: number;
  readonly sampling: Sampling;
  readonly limits: GrowthLimits;
  readonly semantics: ForestSemantics;
  readonly arithmetic: ForestArithmetic;
  /** One seed per tree, in tree order. */
  readonly seeds: Int32Array;
}
