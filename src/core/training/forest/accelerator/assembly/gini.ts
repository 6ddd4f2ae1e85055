/** Gini impurity on weight sums per class, each sum of squares formed in class order. */
export function gini(sums: usize, nClasses: i32, weight: f64): f64 {
  let squares: f64 = 0;
  for (let c = 0; c < nClasses; c++) {
    const sum = load<f64>(sums + ((<usize>c) << 3));
    squares += sum * sum;
  }
  return 1 - squares / (weight * weight);
}

/** Weight times impurity of two sides at once, for two classes; lane 0 is the left side. */
export function weightedGiniOfPair(left: v128, right: v128, weights: v128): v128 {
  const squaresLeft = f64x2.mul(left, left);
  const squaresRight = f64x2.mul(right, right);
  const squares = f64x2.add(
    v128.shuffle<f64>(squaresLeft, squaresRight, 0, 2),
    v128.shuffle<f64>(squaresLeft, squaresRight, 1, 3),
  );
  const impurity = f64x2.sub(f64x2.splat(1), f64x2.div(squares, f64x2.mul(weights, weights)));
  return f64x2.mul(weights, impurity);
}
