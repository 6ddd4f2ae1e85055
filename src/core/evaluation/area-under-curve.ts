import { ValueError } from '../errors.ts';
import { pairwiseSum } from '../numeric/pairwise-sum.ts';

/**
 * The area under the points (x, y) by the trapezoidal rule, with the bits of scikit-learn's `auc`. A
 * `ValueError` for fewer than two points, or where x goes both up and down (negative weights do that).
 */
export function areaUnderCurve(x: Float64Array, y: Float64Array): number {
  if (x.length < 2) {
    throw new ValueError(
      `an area needs at least 2 points, not ${x.length}`,
      'pass a curve of two or more points',
    );
  }
  const steps = x.subarray(1).map((value, i) => value - x[i]!);
  const isFalling = steps.some((step) => step < 0);
  if (isFalling && !steps.every((step) => step <= 0)) {
    throw new ValueError('x is neither increasing nor decreasing', 'sample weights must not be negative');
  }
  const area = pairwiseSum(steps.map((step, i) => (step * (y[i + 1]! + y[i]!)) / 2));
  return isFalling ? -area : area;
}
