import { fusedMultiplyAdd } from '../../numeric/fused-multiply-add.ts';
import { pairwiseSum } from '../../numeric/pairwise-sum.ts';
import type { ForestArithmetic } from './forest-arithmetic.ts';
import { countTrees, type GrownTrees, type TreeView, viewTree } from './grown-trees.ts';

/**
 * How much each of `nCols` columns lowers the impurity: the mean over the trees that split at all, scaled to add
 * up to 1. All zeros where no tree splits.
 */
export function forestImportances(
  trees: GrownTrees,
  nCols: number,
  arithmetic: ForestArithmetic,
): Float64Array {
  const sums = new Float64Array(nCols);
  let nSplitting = 0;
  for (let tree = 0; tree < countTrees(trees); tree++) {
    const view = viewTree(trees, tree);
    if (view.feature.length <= 1) continue;
    nSplitting++;
    treeImportances(view, nCols, arithmetic).forEach((importance, column) => {
      sums[column]! += importance;
    });
  }
  if (nSplitting === 0) return sums;
  return scaleToOne(sums.map((sum) => sum / nSplitting));
}

function treeImportances(tree: TreeView, nCols: number, arithmetic: ForestArithmetic): Float64Array {
  const { feature, weightedNNodeSamples } = tree;
  const decrease = arithmetic === 'fused' ? fusedDecrease : separateDecrease;
  const sums = new Float64Array(nCols);
  for (let node = 0; node < feature.length; node++) {
    if (feature[node]! >= 0) sums[feature[node]!]! += decrease(tree, node);
  }
  return scaleToOne(sums.map((sum) => sum / weightedNNodeSamples[0]!));
}

/** By how much a node's split lowers the impurity, in weight. */
function separateDecrease(tree: TreeView, node: number): number {
  const { childrenLeft, childrenRight, impurity, weightedNNodeSamples: weight } = tree;
  const left = childrenLeft[node]!;
  const right = childrenRight[node]!;
  return (
    weight[node]! * impurity[node]! - weight[left]! * impurity[left]! - weight[right]! * impurity[right]!
  );
}

function fusedDecrease(tree: TreeView, node: number): number {
  const { childrenLeft, childrenRight, impurity, weightedNNodeSamples: weight } = tree;
  const left = childrenLeft[node]!;
  const right = childrenRight[node]!;
  const lessLeft = fusedMultiplyAdd(weight[node]!, impurity[node]!, -(weight[left]! * impurity[left]!));
  return fusedMultiplyAdd(-weight[right]!, impurity[right]!, lessLeft);
}

function scaleToOne(values: Float64Array): Float64Array {
  const sum = pairwiseSum(values);
  return sum > 0 ? values.map((value) => value / sum) : values;
}
