/**
 * Positions of `values` in ascending order of value, ties in order of position, as numpy's stable `argsort`. NaN must not
 * occur. O(n log n).
 */
export function argsort(values: ArrayLike<number>): Int32Array {
  const order = Int32Array.from({ length: values.length }, (_, i) => i);
  return order.sort((a, b) => values[a]! - values[b]! || a - b);
}
