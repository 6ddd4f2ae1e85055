import type { GrowTask } from '../grow-task.ts';
import type { GrownTrees } from '../grown-trees.ts';
import { sampleRows } from '../row-weights.ts';
import { splitRandomStart } from '../tree-seed.ts';
import type { AcceleratorExports } from './accelerator-module.ts';
import { doublesAt, floatsAt, intsAt } from './memory-views.ts';

/** Grows the very trees that `growReferenceTree` grows, in compiled code; keeps its memory from tree to tree. */
export function createAcceleratedGrower(
  task: GrowTask,
  module: WebAssembly.Module,
): (seed: number) => GrownTrees {
  const exports = new WebAssembly.Instance(module).exports as AcceleratorExports;
  writeForest(exports, task);
  const { nClasses } = task;
  return (seed) => {
    const { counts, classWeights } = sampleRows(task, seed);
    intsAt(exports, exports.countsPlace(), counts.length).set(counts);
    doublesAt(exports, exports.classWeightsPlace(), nClasses).set(classWeights ?? ones(nClasses));
    return readTree(exports, exports.growTree(splitRandomStart(seed), classWeights === null), nClasses);
  };
}

function writeForest(exports: AcceleratorExports, task: GrowTask): void {
  const { columns, codes, nClasses, limits, semantics } = task;
  const { nRows, nCols, ranks, values, starts } = columns;
  const widths = starts.subarray(1).map((start, column) => start - starts[column]!);
  const maxDistinct = widths.reduce((widest, width) => Math.max(widest, width));
  exports.allocate(nRows, nCols, nClasses, values.length, maxDistinct);
  intsAt(exports, exports.ranksPlace(), ranks.length).set(ranks);
  floatsAt(exports, exports.valuesPlace(), values.length).set(values);
  intsAt(exports, exports.startsPlace(), starts.length).set(starts);
  intsAt(exports, exports.codesPlace(), codes.length).set(codes);
  if (semantics !== '1.7') exports.findCloseValues();
  exports.setLimits(
    limits.maxFeatures,
    limits.maxDepth,
    limits.minSamplesSplit,
    limits.minSamplesLeaf,
    limits.minImpurityDecrease,
    semantics === '1.9' ? 15 : 1,
  );
}

function readTree(exports: AcceleratorExports, nNodes: number, nClasses: number): GrownTrees {
  return {
    nClasses,
    starts: Int32Array.of(0, nNodes),
    feature: intsAt(exports, exports.featurePlace(), nNodes).slice(),
    threshold: doublesAt(exports, exports.thresholdPlace(), nNodes).slice(),
    childrenLeft: intsAt(exports, exports.leftPlace(), nNodes).slice(),
    childrenRight: intsAt(exports, exports.rightPlace(), nNodes).slice(),
    impurity: doublesAt(exports, exports.impurityPlace(), nNodes).slice(),
    nNodeSamples: intsAt(exports, exports.samplesPlace(), nNodes).slice(),
    weightedNNodeSamples: doublesAt(exports, exports.weightPlace(), nNodes).slice(),
    value: doublesAt(exports, exports.valuePlace(), nNodes * nClasses).slice(),
  };
}

function ones(n: number): Float64Array {
  return new Float64Array(n).fill(1);
}
