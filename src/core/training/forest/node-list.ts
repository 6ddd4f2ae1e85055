import { type GrownTrees, LEAF } from './grown-trees.ts';

/** What is known of a node before it is split. */
export interface NodeStatistics {
  readonly impurity: number;
  readonly nSamples: number;
  readonly weight: number;
  /** Weight per class. */
  readonly classSums: Float64Array;
}

/** The nodes of one growing tree, in pre-order. */
export class NodeList {
  private readonly feature: number[] = [];
  private readonly threshold: number[] = [];
  private readonly childrenLeft: number[] = [];
  private readonly childrenRight: number[] = [];
  private readonly impurity: number[] = [];
  private readonly nNodeSamples: number[] = [];
  private readonly weightedNNodeSamples: number[] = [];
  private readonly value: number[] = [];

  /** Appends a leaf and gives its id. */
  addLeaf({ impurity, nSamples, weight, classSums }: NodeStatistics): number {
    this.threshold.push(LEAF);
    this.childrenLeft.push(-1);
    this.childrenRight.push(-1);
    this.impurity.push(impurity);
    this.nNodeSamples.push(nSamples);
    this.weightedNNodeSamples.push(weight);
    for (let c = 0; c < classSums.length; c++) this.value.push(classSums[c]! / weight);
    return this.feature.push(LEAF) - 1;
  }

  /** Turns leaf `id` into a split; its children are set when they are added. */
  setSplit(id: number, feature: number, threshold: number): void {
    this.feature[id] = feature;
    this.threshold[id] = threshold;
  }

  setChild(parent: number, side: 'left' | 'right', child: number): void {
    const children = side === 'left' ? this.childrenLeft : this.childrenRight;
    children[parent] = child;
  }

  /** The tree in typed arrays. */
  toTrees(nClasses: number): GrownTrees {
    return {
      nClasses,
      starts: Int32Array.of(0, this.feature.length),
      feature: Int32Array.from(this.feature),
      threshold: Float64Array.from(this.threshold),
      childrenLeft: Int32Array.from(this.childrenLeft),
      childrenRight: Int32Array.from(this.childrenRight),
      impurity: Float64Array.from(this.impurity),
      nNodeSamples: Int32Array.from(this.nNodeSamples),
      weightedNNodeSamples: Float64Array.from(this.weightedNNodeSamples),
      value: Float64Array.from(this.value),
    };
  }
}
