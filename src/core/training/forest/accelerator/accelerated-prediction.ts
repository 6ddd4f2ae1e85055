import { countTrees, type GrownTrees, viewTree } from '../grown-trees.ts';
import type { PredictionRows } from '../prediction-rows.ts';
import type { AcceleratorExports } from './accelerator-module.ts';
import { doublesAt, floatsAt, intsAt } from './memory-views.ts';

/** The leaf fractions of all trees, added up row by row in tree order, in compiled code. */
export function sumTreesAccelerated(
  trees: GrownTrees,
  { data, nRows }: PredictionRows,
  module: WebAssembly.Module,
): Float64Array {
  const exports = new WebAssembly.Instance(module).exports as AcceleratorExports;
  const { nClasses, starts } = trees;
  const sizes = starts.subarray(1).map((start, tree) => start - starts[tree]!);
  const maxNodes = sizes.reduce((largest, size) => Math.max(largest, size));
  exports.allocatePrediction(nRows, data.length / nRows, nClasses, maxNodes);
  floatsAt(exports, exports.predictRowsPlace(), data.length).set(data);
  for (let tree = 0; tree < countTrees(trees); tree++) {
    const { feature, threshold, childrenLeft, childrenRight, value } = viewTree(trees, tree);
    const nNodes = feature.length;
    intsAt(exports, exports.predictFeaturePlace(), nNodes).set(feature);
    doublesAt(exports, exports.predictThresholdPlace(), nNodes).set(threshold);
    intsAt(exports, exports.predictLeftPlace(), nNodes).set(childrenLeft);
    intsAt(exports, exports.predictRightPlace(), nNodes).set(childrenRight);
    doublesAt(exports, exports.predictValuePlace(), value.length).set(value);
    exports.addTree(nNodes);
  }
  return doublesAt(exports, exports.predictSumsPlace(), nRows * nClasses).slice();
}
