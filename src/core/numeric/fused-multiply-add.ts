import { scaleByPowerOfTwo } from './float-bits.ts';

/** Splits a double into two halves of 26 bits (Veltkamp). */
const SPLITTER = 2 ** 27 + 1;

/** Factors between these, and addends below the square of the larger, meet neither overflow nor lost bits. */
const SMALLEST_FACTOR = 2 ** -450;
const LARGEST_FACTOR = 2 ** 450;

/** The exponent of the last bit of the smallest double. */
const MIN_EXPONENT = -1074;

// One double seen as bits; the low word is the first, as every host of JavaScript is little-endian.
const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
const bits = new BigUint64Array(float.buffer);

/**
 * `a` · `b` + `c` rounded once, as the instruction of ARM and newer x86 processors gives it. Exact for all doubles.
 * Ordinary magnitudes take about 30 additions and multiplications, extreme ones big integers.
 */
export function fusedMultiplyAdd(a: number, b: number, c: number): number {
  const product = a * b;
  // Where the product has no rounding of its own: zeros with their signs, infinities and NaN.
  if (a === 0 || b === 0 || !Number.isFinite(a) || !Number.isFinite(b)) return product + c;
  if (!Number.isFinite(c)) return c;
  if (isOrdinary(a) && isOrdinary(b) && Math.abs(c) < LARGEST_FACTOR * LARGEST_FACTOR) {
    return addExactly(product, productError(a, b, product), c);
  }
  return fuseByIntegers(a, b, c);
}

function isOrdinary(factor: number): boolean {
  const size = Math.abs(factor);
  return size > SMALLEST_FACTOR && size < LARGEST_FACTOR;
}

/** What `product` lacks to `a` · `b` (Dekker). */
function productError(a: number, b: number, product: number): number {
  const aHigh = highHalf(a);
  const bHigh = highHalf(b);
  const aLow = a - aHigh;
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

function highHalf(value: number): number {
  const scaled = SPLITTER * value;
  return scaled - (scaled - value);
}

/**
 * `high` + `low` + `c` rounded once, for a `low` within half a last place of `high` (Boldo and Melquiond, "Emulation
 * of FMA and correctly rounded sums"): the small parts are added rounding to odd, so that no second rounding can
 * take them for a tie.
 */
function addExactly(high: number, low: number, c: number): number {
  const lowSum = c + low;
  const lowError = sumError(c, low, lowSum);
  const sum = high + lowSum;
  const error = sumError(high, lowSum, sum);
  return sum + addToOdd(error, lowError);
}

/** What `sum` lacks to `a` + `b` (Knuth). */
function sumError(a: number, b: number, sum: number): number {
  const bRounded = sum - a;
  return a - (sum - bRounded) + (b - bRounded);
}

/** `a` + `b`; of the two doubles around an inexact sum the one whose last bit is 1. */
function addToOdd(a: number, b: number): number {
  const sum = a + b;
  const error = sumError(a, b, sum);
  if (error === 0) return sum;
  float[0] = sum;
  if ((words[0]! & 1) === 1) return sum;
  // The bits of a double, read as an integer, grow with its size.
  if (error > 0 === sum > 0) words[0]!++;
  else if (words[0]!-- === 0) words[1]!--;
  return float[0]!;
}

/** The same by exact integers times powers of two, rounded half to even at the end. */
function fuseByIntegers(a: number, b: number, c: number): number {
  const first = decompose(a);
  const second = decompose(b);
  const third = decompose(c);
  const productExponent = first.exponent + second.exponent;
  const exponent = Math.min(productExponent, third.exponent);
  const product = (first.integer * second.integer) << BigInt(productExponent - exponent);
  return roundToDouble(product + (third.integer << BigInt(third.exponent - exponent)), exponent);
}

/** A finite double as `integer` · 2^`exponent`. */
function decompose(value: number): { readonly integer: bigint; readonly exponent: number } {
  float[0] = Math.abs(value);
  const biased = Number(bits[0]! >> 52n);
  const fraction = bits[0]! & ((1n << 52n) - 1n);
  const size = biased === 0 ? fraction : fraction | (1n << 52n);
  return { integer: value < 0 ? -size : size, exponent: Math.max(biased, 1) + MIN_EXPONENT - 1 };
}

function roundToDouble(integer: bigint, exponent: number): number {
  const size = integer < 0n ? -integer : integer;
  const dropped = Math.max(size.toString(2).length - 53, MIN_EXPONENT - exponent, 0);
  const half = dropped === 0 ? 0n : 1n << BigInt(dropped - 1);
  const kept = size >> BigInt(dropped);
  const rest = size - (kept << BigInt(dropped));
  const rounded = rest > half || (rest === half && rest !== 0n && (kept & 1n) === 1n) ? kept + 1n : kept;
  // 53 bits overflow from 972 on, so that no more than 1024 need be told apart.
  const value = scaleByPowerOfTwo(Number(rounded), Math.min(exponent + dropped, 1024));
  return integer < 0n ? -value : value;
}
