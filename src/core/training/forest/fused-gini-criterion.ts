import { fusedMultiplyAdd } from '../../numeric/fused-multiply-add.ts';
import { GiniCriterion } from './gini-criterion.ts';

/**
 * The criterion with 'fused' arithmetic: where a compiler contracts a product and a sum into one instruction, which
 * rounds once. Which of two products is contracted is that compiler's choice, seen in GCC's build for ARM.
 */
export class FusedGiniCriterion extends GiniCriterion {
  override proxyImprovement(): number {
    return fusedMultiplyAdd(
      -this.rightWeight,
      this.impurityRight(),
      -(this.leftWeight * this.impurityLeft()),
    );
  }

  protected override gini(classSums: Float64Array, weight: number): number {
    let squares = 0;
    for (let c = 0; c < classSums.length; c++) {
      squares = fusedMultiplyAdd(classSums[c]!, classSums[c]!, squares);
    }
    return 1 - squares / (weight * weight);
  }
}
