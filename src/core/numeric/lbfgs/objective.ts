/** A function to minimise: its value and gradient at a point. Must not keep or change the point. */
export type Objective = (point: Float64Array) => ObjectiveValue;

export interface ObjectiveValue {
  readonly value: number;
  readonly gradient: Float64Array;
}

/** The scalar product, added from left to right. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
