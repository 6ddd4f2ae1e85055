const DIGIT_BITS = 11;
const BUCKETS = 1 << DIGIT_BITS;
const SIGN = 0x80000000;

/**
 * Positions of `values` in ascending order of value, ties (also of 0 and −0) in order of position, as numpy's
 * stable `argsort`. NaN must not occur. Linear: a radix sort of the doubles' bits.
 */
export function argsort(values: ArrayLike<number>): Int32Array {
  const { high, low } = sortableWords(values);
  let order = new Int32Array(values.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  let spare = new Int32Array(values.length);
  for (const words of [low, high]) {
    for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
      if (sortByDigit(order, spare, { words, shift })) [order, spare] = [spare, order];
    }
  }
  return order;
}

/** The doubles' bits, changed so that they sort as unsigned integers: negative numbers upside down. */
function sortableWords(values: ArrayLike<number>): { high: Uint32Array; low: Uint32Array } {
  // Adding 0 turns −0 into 0.
  const floats = new Float64Array(values.length);
  for (let i = 0; i < floats.length; i++) floats[i] = values[i]! + 0;
  const words = new Uint32Array(floats.buffer);
  const high = new Uint32Array(floats.length);
  const low = new Uint32Array(floats.length);
  for (let i = 0; i < floats.length; i++) {
    const top = words[2 * i + 1]!;
    high[i] = top >= SIGN ? ~top : top ^ SIGN;
    low[i] = top >= SIGN ? ~words[2 * i]! : words[2 * i]!;
  }
  return { high, low };
}

/**
 * Writes `from` to `to`, stably sorted by one digit. Returns false, writing nothing, where all have the same
 * digit.
 */
function sortByDigit(
  from: Int32Array,
  to: Int32Array,
  digit: { readonly words: Uint32Array; readonly shift: number },
): boolean {
  const { words, shift } = digit;
  const ends = new Int32Array(BUCKETS);
  for (let i = 0; i < words.length; i++) ends[(words[i]! >>> shift) & (BUCKETS - 1)]!++;
  if (ends.includes(words.length)) return false;
  for (let bucket = 1; bucket < BUCKETS; bucket++) ends[bucket]! += ends[bucket - 1]!;
  for (let i = from.length - 1; i >= 0; i--) {
    const position = from[i]!;
    to[--ends[(words[position]! >>> shift) & (BUCKETS - 1)]!] = position;
  }
  return true;
}
