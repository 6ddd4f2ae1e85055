/** Smallest positive weight sums that a side of a split may have: scikit-learn's min_weight_leaf, unset. */
const MIN_WEIGHT_LEAF = 0;

/**
 * Weight sums of a node and of the two sides of a position in it, and Gini impurity on them. Every sum is formed
 * in scikit-learn's order of additions, because with float weights the last bits decide ties between splits.
 */
export class GiniCriterion {
  /** Weight per class in the node. */
  readonly classSums: Float64Array;
  /** The node's weight: its own accumulator, not the sum of `classSums`. */
  weight = 0;
  private readonly left: Float64Array;
  private readonly right: Float64Array;
  protected leftWeight = 0;
  protected rightWeight = 0;
  private position = 0;
  private start = 0;
  private end = 0;
  private readonly rowWeights: Float64Array;
  private readonly codes: Int32Array;
  private readonly samples: Int32Array;

  constructor(
    rows: { readonly weights: Float64Array; readonly codes: Int32Array; readonly samples: Int32Array },
    nClasses: number,
  ) {
    this.rowWeights = rows.weights;
    this.codes = rows.codes;
    this.samples = rows.samples;
    this.classSums = new Float64Array(nClasses);
    this.left = new Float64Array(nClasses);
    this.right = new Float64Array(nClasses);
  }

  /** Sums up the node whose samples are at [start, end), in their present order. */
  enterNode(start: number, end: number): void {
    this.start = start;
    this.end = end;
    this.classSums.fill(0);
    this.weight = 0;
    for (let p = start; p < end; p++) {
      const row = this.samples[p]!;
      const weight = this.rowWeights[row]!;
      this.classSums[this.codes[row]!]! += weight;
      this.weight += weight;
    }
  }

  /** Moves the position back to the start of the node. */
  reset(): void {
    this.left.fill(0);
    this.leftWeight = 0;
    this.position = this.start;
  }

  /** Moves the position on to `position`, adding from the left or subtracting from the right, the shorter way. */
  moveTo(position: number): void {
    if (position - this.position <= this.end - position) {
      for (let p = this.position; p < position; p++) this.addToLeft(p, 1);
    } else {
      this.left.set(this.classSums);
      this.leftWeight = this.weight;
      for (let p = this.end - 1; p >= position; p--) this.addToLeft(p, -1);
    }
    this.rightWeight = this.weight - this.leftWeight;
    for (let c = 0; c < this.left.length; c++) this.right[c] = this.classSums[c]! - this.left[c]!;
    this.position = position;
  }

  /** Whether rounding has made one side lighter than nothing. */
  hasLightSide(): boolean {
    return this.leftWeight < MIN_WEIGHT_LEAF || this.rightWeight < MIN_WEIGHT_LEAF;
  }

  /** What positions of one node are compared by: larger is better. */
  proxyImprovement(): number {
    return -this.rightWeight * this.impurityRight() - this.leftWeight * this.impurityLeft();
  }

  impurity(): number {
    return this.gini(this.classSums, this.weight);
  }

  impurityLeft(): number {
    return this.gini(this.left, this.leftWeight);
  }

  impurityRight(): number {
    return this.gini(this.right, this.rightWeight);
  }

  /** How much the split lowers the node's impurity, scaled by the node's share of `totalWeight`. */
  improvement(impurity: number, totalWeight: number): number {
    const rightPart = (this.rightWeight / this.weight) * this.impurityRight();
    const leftPart = (this.leftWeight / this.weight) * this.impurityLeft();
    return (this.weight / totalWeight) * (impurity - rightPart - leftPart);
  }

  /** Impurity of these weights per class, which weigh `weight` together. */
  protected gini(classSums: Float64Array, weight: number): number {
    let squares = 0;
    for (let c = 0; c < classSums.length; c++) squares += classSums[c]! * classSums[c]!;
    return 1 - squares / (weight * weight);
  }

  private addToLeft(p: number, sign: 1 | -1): void {
    const row = this.samples[p]!;
    const weight = sign * this.rowWeights[row]!;
    this.left[this.codes[row]!]! += weight;
    this.leftWeight += weight;
  }
}
