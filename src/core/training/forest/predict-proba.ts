import { sumTreesAccelerated } from './accelerator/accelerated-prediction.ts';
import { loadAccelerator } from './accelerator/accelerator-module.ts';
import { countTrees, type GrownTrees } from './grown-trees.ts';
import type { PredictionRows } from './prediction-rows.ts';

/** From this many rows on, handing the trees to compiled code pays. */
const WORTH_ACCELERATING = 32;

/**
 * Class probabilities: the leaf fractions of every tree, added in tree order and divided by the number of trees.
 * Row by row, one column per class. The same bits with and without compiled code.
 */
export async function predictForestProba(trees: GrownTrees, rows: PredictionRows): Promise<Float64Array> {
  const module = rows.nRows >= WORTH_ACCELERATING ? await loadAccelerator() : null;
  const sums = module === null ? sumTrees(trees, rows) : sumTreesAccelerated(trees, rows, module);
  const nTrees = countTrees(trees);
  return sums.map((sum) => sum / nTrees);
}

/** The leaf fractions of all trees, added up row by row in tree order. */
export function sumTrees(trees: GrownTrees, { data, nRows }: PredictionRows): Float64Array {
  const nCols = data.length / nRows;
  const sums = new Float64Array(nRows * trees.nClasses);
  for (let tree = 0; tree < countTrees(trees); tree++) {
    addTree(trees, trees.starts[tree]!, { data, nCols, sums });
  }
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
