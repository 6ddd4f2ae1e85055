import { scaleByPowerOfTwo } from './float-bits.ts';

// ln 2 in two parts: the first has trailing zeros, so that k · LN2_HIGH is exact.
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const LARGEST = 709.782712893384;
const SMALLEST = -745.1332191019411;

/**
 * e to the power `x`, from additions, multiplications and divisions only, so that every engine gives the same
 * bits (`Math.exp` does not promise that). Error below 1 ulp. The method is that of Sun's fdlibm: x = k ln 2
 * + r, a rational approximation of e^r on |r| ≤ ln 2 / 2, then times 2^k.
 */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > LARGEST) return Number.POSITIVE_INFINITY;
  if (x < SMALLEST) return 0;
  const k = Math.floor(x * Math.LOG2E + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const c = r - r * r * remez(r * r);
  return scaleByPowerOfTwo(1 - (low - (r * c) / (2 - c) - high), k);
}

/** The even function r · (e^r + 1) / (e^r − 1) = 2 + r² · remez(r²), to 2^−59. */
function remez(square: number): number {
  let sum = 4.1381367970572385e-8;
  sum = sum * square - 1.6533902205465252e-6;
  sum = sum * square + 6.613756321437934e-5;
  sum = sum * square - 0.0027777777777015593;
  return sum * square + 0.16666666666666602;
}
