import { highWord, withHighWord } from './float-bits.ts';

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const SMALLEST_NORMAL = 2.2250738585072014e-308;
const TWO_TO_54 = 18014398509481984;
const HIGH_WORD_OF_ONE = 0x3ff00000;
const HIGH_WORD_OF_ROOT_HALF = 0x3fe6a09e;

/**
 * The natural logarithm, from additions, multiplications and divisions only, so that every engine gives the
 * same bits (`Math.log` does not promise that). Error below 1 ulp. −∞ at 0, NaN below. The method is that of
 * Sun's fdlibm: x = 2^k · (1 + f) with 1 + f between √½ and √2, and a series in f / (2 + f).
 */
export function log(x: number): number {
  if (x === 0) return Number.NEGATIVE_INFINITY;
  if (!(x > 0)) return Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  if (x < SMALLEST_NORMAL) return log(x * TWO_TO_54) - 54 * LN2_HIGH - 54 * LN2_LOW;
  return logOfNormal(x, 0);
}

/**
 * ln(1 + x) without the loss of digits that `log(1 + x)` has near 0. Error below 1 ulp; −∞ at −1, NaN below.
 */
export function log1p(x: number): number {
  if (Math.abs(x) < 1 / TWO_TO_54) return x;
  if (x > -0.2928932188134525 && x < 0.4142135623730951) return seriesOf(x, 0, 0);
  const sum = 1 + x;
  if (!(sum > 0) || sum === Number.POSITIVE_INFINITY) return log(sum);
  const roundedOff = x >= 1 ? 1 - (sum - x) : x - (sum - 1);
  return logOfNormal(sum, roundedOff / sum);
}

/** ln(x) + correction for a normal positive x. */
function logOfNormal(x: number, correction: number): number {
  const shifted = highWord(x) + (HIGH_WORD_OF_ONE - HIGH_WORD_OF_ROOT_HALF);
  const k = (shifted >> 20) - 1023;
  const fraction = withHighWord(x, (shifted & 0xfffff) + HIGH_WORD_OF_ROOT_HALF);
  return seriesOf(fraction - 1, k, correction);
}

/** k ln 2 + ln(1 + f) + correction, the small terms added first. */
function seriesOf(f: number, k: number, correction: number): number {
  const halfSquare = 0.5 * f * f;
  const s = f / (2 + f);
  const small = s * (halfSquare + remez(s * s)) + (k * LN2_LOW + correction);
  return k * LN2_HIGH - (halfSquare - small - f);
}

/** ln((1 + s) / (1 − s)) = 2 s + s · remez(s²), to 2^−58. */
function remez(square: number): number {
  let sum = 0.14798198605116586;
  sum = sum * square + 0.15313837699209373;
  sum = sum * square + 0.1818357216161805;
  sum = sum * square + 0.22222198432149784;
  sum = sum * square + 0.2857142874366239;
  sum = sum * square + 0.3999999999940942;
  return square * (sum * square + 0.6666666666666735);
}
