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

/** Six digits of 10 or 11 bits: three in the low word of a double, three in the high one. */
const DIGITS = [0, 1].flatMap((word) => [0, 11, 22].map((shift) => ({ word, shift })));
const RADIX = 2 ** 11;

function radixSort(unsorted: Sortable): Sortable {
  const n = unsorted.rows.length;
  let from = unsorted;
  let to: Sortable = { rows: new Int32Array(n), times: new Float64Array(n) };
  for (const { word, shift } of DIGITS) {
    const words = new Uint32Array(from.times.buffer, from.times.byteOffset, n * 2);
    const starts = startOfDigits(words, word, shift);
    if (starts === null) continue;
    const { rows, times } = from;
    const { rows: toRows, times: toTimes } = to;
    for (let i = 0; i < n; i++) {
      const digit = digitAt(words, 2 * i, word, shift);
      const place = starts[digit] as number;
      starts[digit] = place + 1;
      toRows[place] = rows[i] as number;
      toTimes[place] = times[i] as number;
    }
    [from, to] = [to, from];
  }
  return from;
}

/** Where each digit's rows start, or null where all rows have the same digit and a pass would change nothing. */
function startOfDigits(words: Uint32Array, word: number, shift: number): Int32Array | null {
  const n = words.length / 2;
  const starts = new Int32Array(RADIX);
  for (let i = 0; i < n; i++) {
    const digit = digitAt(words, 2 * i, word, shift);
    starts[digit] = (starts[digit] as number) + 1;
  }
  let start = 0;
  for (let digit = 0; digit < RADIX; digit++) {
    const count = starts[digit] as number;
    if (count === n) return null;
    starts[digit] = start;
    start += count;
  }
  return starts;
}

/** A digit of the double's bits, made to sort as an unsigned number: negatives inverted, else the sign bit set. */
function digitAt(words: Uint32Array, at: number, word: number, shift: number): number {
  const sign = (words[at + 1] as number) >> 31;
  const flip = word === 1 ? sign | 0x80000000 : sign;
  return (((words[at + word] as number) ^ flip) >>> shift) & (RADIX - 1);
}
