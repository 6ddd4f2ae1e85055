import type { NullMask } from '../table/column.ts';

type Numbers = Float64Array | Uint8Array | Int32Array;

/** The distinct numbers of an array, numbered from 0 by first occurrence. Nulls and NaN have id −1. */
export interface NumberIndex {
  readonly size: number;
  readonly ids: Int32Array;
  /** Per value its id, −1 where it is not among the indexed ones. */
  find(values: Numbers, nulls?: NullMask): Int32Array;
}

/**
 * Numbers the distinct values. Whole numbers in a narrow range are looked up in a plain table, all others by
 * open-addressing hash; both O(n), with no object per value.
 */
export function createNumberIndex(values: Numbers, nulls: NullMask = null): NumberIndex {
  const range = narrowRange(values, nulls);
  return range === null ? hashIndex(values, nulls) : tableIndex(values, nulls, range);
}

interface WholeRange {
  readonly min: number;
  readonly max: number;
}

/** The range of the values where all are whole and a table over it stays within a few words per value, else null. */
function narrowRange(values: Numbers, nulls: NullMask): WholeRange | null {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < values.length; row++) {
    if (nulls !== null && nulls[row] === 1) continue;
    const value = values[row] as number;
    if (value !== Math.floor(value)) {
      if (Number.isNaN(value)) continue;
      return null;
    }
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (max < min) return { min: 0, max: -1 };
  return max - min <= 8 * values.length + 1024 ? { min, max } : null;
}

function tableIndex(values: Numbers, nulls: NullMask, { min, max }: WholeRange): NumberIndex {
  const table = new Int32Array(max - min + 1).fill(-1);
  const ids = new Int32Array(values.length);
  let size = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if ((nulls !== null && nulls[row] === 1) || Number.isNaN(value)) {
      ids[row] = -1;
      continue;
    }
    let id = table[value - min] as number;
    if (id === -1) {
      id = size++;
      table[value - min] = id;
    }
    ids[row] = id;
  }
  const find = (wanted: Numbers, wantedNulls: NullMask = null): Int32Array => {
    const found = new Int32Array(wanted.length);
    for (let row = 0; row < wanted.length; row++) {
      const value = wanted[row] as number;
      // Written so that NaN and fractions, which are no position of the table, come out as −1 too.
      const isKnown = value >= min && value <= max && value === Math.floor(value);
      found[row] =
        isKnown && (wantedNulls === null || wantedNulls[row] !== 1) ? (table[value - min] as number) : -1;
    }
    return found;
  };
  return { size, ids, find };
}

function hashIndex(values: Numbers, nulls: NullMask): NumberIndex {
  let capacity = 16;
  while (capacity < values.length * 2) capacity *= 2;
  const keys = new Float64Array(capacity);
  const idOfSlot = new Int32Array(capacity).fill(-1);
  const slotOf = (value: number): number => {
    let slot = hash(value) & (capacity - 1);
    while (idOfSlot[slot] !== -1 && keys[slot] !== value) slot = (slot + 1) & (capacity - 1);
    return slot;
  };
  const ids = new Int32Array(values.length);
  let size = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if ((nulls !== null && nulls[row] === 1) || Number.isNaN(value)) {
      ids[row] = -1;
      continue;
    }
    const slot = slotOf(value);
    if (idOfSlot[slot] === -1) {
      keys[slot] = value;
      idOfSlot[slot] = size++;
    }
    ids[row] = idOfSlot[slot] as number;
  }
  const find = (wanted: Numbers, wantedNulls: NullMask = null): Int32Array => {
    const found = new Int32Array(wanted.length);
    for (let row = 0; row < wanted.length; row++) {
      const value = wanted[row] as number;
      const isNull = (wantedNulls !== null && wantedNulls[row] === 1) || Number.isNaN(value);
      found[row] = isNull ? -1 : (idOfSlot[slotOf(value)] as number);
    }
    return found;
  };
  return { size, ids, find };
}

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);

/** Mixes a double's bits; adding 0 makes −0 and 0 one number. */
function hash(value: number): number {
  double[0] = value + 0;
  let bits = (words[0] as number) ^ Math.imul(words[1] as number, 0x9e3779b1);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
