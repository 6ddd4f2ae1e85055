import { pairwiseSum } from '../../numeric/pairwise-sum.ts';
import { countTrees, type GrownTrees, type TreeView, viewTree } from './grown-trees.ts';

/**
 * How much each of `nCols` columns lowers the impurity: the mean over the trees that split at all, scaled to add
 * up to 1. All zeros where no tree splits.
 */
export function forestImportances(trees: GrownTrees, nCols: number): Float64Array {
  const sums = new Float64Array(nCols);
  let nSplitting = 0;
  for (let tree = 0; tree < countTrees(trees); tree++) {
    const view = viewTree(trees, tree);
    if (view.feature.length <= 1) continue;
    nSplitting++;
    treeImportances(view, nCols).forEach((importance, column) => {
      sums[column]! += importance;
    });
  }
  if (nSplitting === 0) return sums;
  return scaleToOne(sums.map((sum) => sum / nSplitting));
}

function treeImportances(tree: TreeView, nCols: number): Float64Array {
  const { feature, childrenLeft, childrenRight, impurity, weightedNNodeSamples: weight } = tree;
  const sums = new Float64Array(nCols);
  for (let node = 0; node < feature.length; node++) {
    if (feature[node]! < 0) continue;
    const left = childrenLeft[node]!;
    const right = childrenRight[node]!;
    sums[feature[node]!]! +=
      weight[node]! * impurity[node]! - weight[left]! * impurity[left]! - weight[right]! * impurity[right]!;
  }
  return scaleToOne(sums.map((sum) => sum / weight[0]!));
}

function scaleToOne(values: Float64Array): Float64Array {
  const sum = pairwiseSum(values);
  return sum > 0 ? values.map((value) => value / sum) : values;
}
