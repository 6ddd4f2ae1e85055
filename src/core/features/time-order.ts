import type { NullMask, TimestampColumn } from '../table/column.ts';

/** Rows in ascending order of time, equal times in row order. Rows without a time are left out. */
export interface TimeOrder {
  /** The row at each place of the order; null where the order is that of the rows themselves. */
  readonly rows: Int32Array | null;
  /** The time at each place of the order. */
  readonly times: Float64Array;
}

/**
 * Orders rows by their time. O(n): rows already in order are only looked at once, others go through a radix sort
 * on the bits of the doubles that carries times and rows along.
 */
export function orderByTime(column: TimestampColumn): TimeOrder {
  if (isComplete(column.nulls) && isAscending(column.values)) return { rows: null, times: column.values };
  return radixSort(timedRows(column));
}

/** Whether `row` has no time: a null, or NaN. */
export function lacksTime({ values, nulls }: TimestampColumn, row: number): boolean {
  return nulls?.[row] === 1 || Number.isNaN(values[row]);
}

function isComplete(nulls: NullMask): boolean {
  return nulls === null || !nulls.includes(1);
}

/** Whether no value is less than the one before; not so where one is NaN. */
function isAscending(values: Float64Array): boolean {
  let previous = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (!(value >= previous)) return false;
    previous = value;
  }
  return true;
}

interface Sortable {
  readonly rows: Int32Array;
  readonly times: Float64Array;
}

function timedRows(column: TimestampColumn): Sortable {
  const rows = new Int32Array(column.values.length);
  const times = new Float64Array(column.values.length);
  let n = 0;
  for (let row = 0; row < rows.length; row++) {
    if (lacksTime(column, row)) continue;
    rows[n] = row;
    // Adding 0 turns −0 into 0, which is the same instant but has other bits.
    times[n++] = (column.values[row] as number) + 0;
  }
  return { rows: rows.subarray(0, n), times: times.subarray(0, n) };
}

const DIGIT_BITS = 11;
const RADIX = 2 ** DIGIT_BITS;
const MASK = RADIX - 1;
/** Each word of a double has three digits: two of 11 bits and one of 10. */
const DIGITS_PER_WORD = 3;

function radixSort(unsorted: Sortable): Sortable {
  const n = unsorted.rows.length;
  let from = unsorted;
  let to: Sortable = { rows: new Int32Array(n), times: new Float64Array(n) };
  for (const [digit, counts] of countDigits(unsorted.times).entries()) {
    // Where all rows have the same digit, a pass would change nothing.
    if (counts.includes(n)) continue;
    scatter(from, to, { digit, starts: startsOf(counts) });
    [from, to] = [to, from];
  }
  return from;
}

/** How often each value of each digit occurs, the lowest digit first. */
function countDigits(times: Float64Array): readonly Int32Array[] {
  const words = wordsOf(times);
  const counts = Array.from({ length: 2 * DIGITS_PER_WORD }, () => new Int32Array(RADIX));
  const [a, b, c, d, e, f] = counts as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  for (let i = 0; i < words.length; i += 2) {
    const sign = (words[i + 1] as number) >> 31;
    const low = (words[i] as number) ^ sign;
    const high = (words[i + 1] as number) ^ (sign | 0x80000000);
    a[low & MASK]! += 1;
    b[(low >>> DIGIT_BITS) & MASK]! += 1;
    c[low >>> (2 * DIGIT_BITS)]! += 1;
    d[high & MASK]! += 1;
    e[(high >>> DIGIT_BITS) & MASK]! += 1;
    f[high >>> (2 * DIGIT_BITS)]! += 1;
  }
  return counts;
}

function startsOf(counts: Int32Array): Int32Array {
  let start = 0;
  return counts.map((count) => {
    start += count;
    return start - count;
  });
}

/** Moves rows to where their digit's rows start, in the order they come; `starts` moves on with them. */
function scatter(
  from: Sortable,
  to: Sortable,
  { digit, starts }: { readonly digit: number; readonly starts: Int32Array },
): void {
  const words = wordsOf(from.times);
  const { rows, times } = from;
  const { rows: toRows, times: toTimes } = to;
  const isHigh = digit >= DIGITS_PER_WORD;
  const word = isHigh ? 1 : 0;
  const shift = (digit % DIGITS_PER_WORD) * DIGIT_BITS;
  const flip = isHigh ? 0x80000000 : 0;
  for (let i = 0; i < rows.length; i++) {
    // The bits made to sort as an unsigned number: of negatives all inverted, of others the sign bit set.
    const sign = (words[2 * i + 1] as number) >> 31;
    const value = (((words[2 * i + word] as number) ^ (sign | flip)) >>> shift) & MASK;
    const place = starts[value] as number;
    starts[value] = place + 1;
    toRows[place] = rows[i] as number;
    toTimes[place] = times[i] as number;
  }
}

/** The doubles as pairs of words, low one first. */
function wordsOf(times: Float64Array): Uint32Array {
  return new Uint32Array(times.buffer, times.byteOffset, times.length * 2);
}
