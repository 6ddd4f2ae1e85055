import { SplitSearch } from './best-split.ts';
import { FusedGiniCriterion } from './fused-gini-criterion.ts';
import { GiniCriterion } from './gini-criterion.ts';
import type { GrowTask } from './grow-task.ts';
import type { GrownTrees } from './grown-trees.ts';
import { NodeList } from './node-list.ts';
import { rowWeights } from './row-weights.ts';
import { SplitRandom } from './split-random.ts';
import { splitRandomStart } from './tree-seed.ts';

/** Below this an impurity counts as zero, and an improvement may fall short of the one required. */
const EPSILON = Number.EPSILON;

interface PendingNode {
  readonly start: number;
  readonly end: number;
  readonly depth: number;
  readonly nConstants: number;
  /** null for the root, whose impurity is not known yet. */
  readonly impurity: number | null;
  readonly parent: number;
  readonly side: 'left' | 'right';
}

/**
 * Grows the tree of one seed step by step as scikit-learn's depth-first builder does. The plain statement of the
 * algorithm: what the accelerator is compared with, and what runs where there is no WebAssembly, or fused arithmetic.
 */
export function growReferenceTree(task: GrowTask, seed: number): GrownTrees {
  const { codes, limits, nClasses } = task;
  const weights = rowWeights(task, seed);
  const samples = codes.map((_, row) => row).filter((row) => weights[row] !== 0);
  const Criterion = task.arithmetic === 'fused' ? FusedGiniCriterion : GiniCriterion;
  const criterion = new Criterion({ weights, codes, samples }, nClasses);
  const random = new SplitRandom(splitRandomStart(seed));
  const search = new SplitSearch(task, { random, samples, criterion });
  const totalWeight = weights.reduce((sum, weight) => sum + weight, 0);
  const nodes = new NodeList();
  const pending: PendingNode[] = [
    { start: 0, end: samples.length, depth: 0, nConstants: 0, impurity: null, parent: -1, side: 'left' },
  ];

  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const { start, end, depth } = node;
    const nSamples = end - start;
    criterion.enterNode(start, end);
    const impurity = node.impurity ?? criterion.impurity();
    const { weight, classSums } = criterion;
    const id = nodes.addLeaf({ impurity, nSamples, weight, classSums });
    if (node.parent >= 0) nodes.setChild(node.parent, node.side, id);
    const isLeaf =
      depth >= limits.maxDepth ||
      nSamples < limits.minSamplesSplit ||
      nSamples < 2 * limits.minSamplesLeaf ||
      impurity <= EPSILON;
    if (isLeaf) continue;

    const split = search.search(node);
    if (split === null) continue;
    if (criterion.improvement(impurity, totalWeight) + EPSILON < limits.minImpurityDecrease) continue;
    nodes.setSplit(id, split.feature, split.threshold);
    const { position } = split;
    const { nConstants } = search;
    const level = depth + 1;
    const left = criterion.impurityLeft();
    const right = criterion.impurityRight();
    // The left child goes on top of the stack and so comes next. (Spreading what both share would double the time.)
    pending.push({
      start: position,
      end,
      depth: level,
      nConstants,
      impurity: right,
      parent: id,
      side: 'right',
    });
    pending.push({
      start,
      end: position,
      depth: level,
      nConstants,
      impurity: left,
      parent: id,
      side: 'left',
    });
  }
  return nodes.toTrees(nClasses);
}
