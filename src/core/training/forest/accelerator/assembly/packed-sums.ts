/**
 * Sums over rows of two classes whose weights are whole numbers, three in one: the number of rows in the lowest 21
 * bits, then the weight of class 0 and of class 1 in 21 bits each. Whole numbers add up to the same sums in any
 * order, so rows need no sorting.
 */

/** More drawn weight than this does not fit the fields. */
export const MAX_PACKED: i32 = (1 << 21) - 1;

export function rowsOf(sums: u64): i32 {
  return <i32>(sums & <u64>MAX_PACKED);
}

/** Both weights, as `f64x2`. */
export function weightsOf(sums: u64): v128 {
  const class0 = <f64>((sums >> 21) & <u64>MAX_PACKED);
  const class1 = <f64>(sums >> 42);
  return f64x2.replace_lane(f64x2.splat(class0), 1, class1);
}
