// One double seen as two words. Every host of JavaScript is little-endian, so the high word is the second.
const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);

/** Sign, exponent and the leading 20 bits of the fraction of a double, as a signed 32-bit integer. */
export function highWord(value: number): number {
  float[0] = value;
  return words[1]! | 0;
}

/** `value` with its high word replaced: how an exponent is set without rounding. */
export function withHighWord(value: number, high: number): number {
  float[0] = value;
  words[1] = high;
  return float[0]!;
}

/** `value` · 2^`exponent`, rounded once, for exponents from −2000 to 1024. */
export function scaleByPowerOfTwo(value: number, exponent: number): number {
  if (exponent > 1023) return value * 2 * powerOfTwo(1023);
  if (exponent >= -1022) return value * powerOfTwo(exponent);
  return value * powerOfTwo(exponent + 1000) * powerOfTwo(-1000);
}

function powerOfTwo(exponent: number): number {
  return withHighWord(0, (1023 + exponent) << 20);
}
