/** Binary digits after the point in the fixed-point numbers below. */
const DIGITS = 320n;

/** e^x as a fixed-point number, for −60 ≤ x ≤ 60: the slow and obvious Taylor series on exact integers. */
export function exactExp(x: number): bigint {
  const exact = toFixedPoint(x) >> 10n;
  let term = 1n << DIGITS;
  let sum = term;
  for (let n = 1n; term !== 0n; n++) {
    term = (term * exact) / (n << DIGITS);
    sum += term;
  }
  for (let i = 0; i < 10; i++) sum = (sum * sum) >> DIGITS;
  return sum;
}

/** `x` without rounding, for doubles with no more than `DIGITS` binary places. */
export function toFixedPoint(x: number): bigint {
  let scaled = x;
  let places = DIGITS;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    places--;
  }
  return BigInt(scaled) << places;
}

/** The distance from |x| to the next larger double. */
export function ulp(x: number): number {
  const bits = new BigUint64Array(Float64Array.of(Math.abs(x)).buffer);
  bits[0]! += 1n;
  return new Float64Array(bits.buffer)[0]! - Math.abs(x);
}
