import { countTrees, type GrownTrees } from './grown-trees.ts';

/**
 * Class probabilities of `nRows` float32 rows: the leaf fractions of every tree, added in tree order and divided
 * by the number of trees. Row by row, one column per class.
 */
export function predictForestProba(
  trees: GrownTrees,
  { data, nRows }: { readonly data: Float32Array; readonly nRows: number },
): Float64Array {
  const { nClasses } = trees;
  const nCols = data.length / nRows;
  const sums = new Float64Array(nRows * nClasses);
  const nTrees = countTrees(trees);
  for (let tree = 0; tree < nTrees; tree++) addTree(trees, trees.starts[tree]!, { data, nCols, sums });
  for (let i = 0; i < sums.length; i++) sums[i]! /= nTrees;
  return sums;
}

function addTree(
  trees: GrownTrees,
  root: number,
  rows: { readonly data: Float32Array; readonly nCols: number; readonly sums: Float64Array },
): void {
  const { feature, threshold, childrenLeft, childrenRight, value, nClasses } = trees;
  const { data, nCols, sums } = rows;
  for (let row = 0, x = 0; x < data.length; row++, x += nCols) {
    let node = root;
    let split = feature[node]!;
    while (split >= 0) {
      node = root + (data[x + split]! <= threshold[node]! ? childrenLeft[node]! : childrenRight[node]!);
      split = feature[node]!;
    }
    for (let c = 0; c < nClasses; c++) sums[row * nClasses + c]! += value[node * nClasses + c]!;
  }
}
