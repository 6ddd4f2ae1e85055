import { compareCodePoints } from '../compare-code-points.ts';
import { type Column, isNull, type StringColumn } from '../table/column.ts';

/**
 * Two samples of one column, as counts over the union of their values in ascending order: all that any of the
 * drift measures needs. Text stands as its rank among the distinct texts of both samples, booleans as 0 and 1.
 */
export interface PairedCounts {
  readonly values: Float64Array;
  readonly reference: Float64Array;
  readonly current: Float64Array;
  readonly nReference: number;
  readonly nCurrent: number;
}

/** Counts both columns; nulls, NaN and infinities are left out first, as Evidently does. O(n log n). */
export function countPairs(reference: Column, current: Column): PairedCounts {
  const ranks = rankTexts(reference, current);
  const referenceValues = sortedValues(reference, ranks);
  const currentValues = sortedValues(current, ranks);
  const values: number[] = [];
  const counts: [number[], number[]] = [[], []];
  let r = 0;
  let c = 0;
  while (r < referenceValues.length || c < currentValues.length) {
    const value = Math.min(referenceValues[r] ?? Infinity, currentValues[c] ?? Infinity);
    const from = [r, c] as const;
    while (referenceValues[r] === value) r++;
    while (currentValues[c] === value) c++;
    values.push(value);
    counts[0].push(r - from[0]);
    counts[1].push(c - from[1]);
  }
  return {
    values: Float64Array.from(values),
    reference: Float64Array.from(counts[0]),
    current: Float64Array.from(counts[1]),
    nReference: referenceValues.length,
    nCurrent: currentValues.length,
  };
}

type Ranks = ReadonlyMap<string, number>;

function rankTexts(reference: Column, current: Column): Ranks {
  const texts = new Set<string>();
  for (const column of [reference, current]) {
    if (column.dtype === 'string') for (const text of column.dictionary) texts.add(text);
  }
  return new Map([...texts].sort(compareCodePoints).map((text, rank) => [text, rank]));
}

function sortedValues(column: Column, ranks: Ranks): Float64Array {
  const present = new Float64Array(column.values.length);
  const numberAt =
    column.dtype === 'string' ? rankReader(column, ranks) : (row: number) => column.values[row]!;
  let n = 0;
  for (let row = 0; row < column.values.length; row++) {
    if (isNull(column, row)) continue;
    const value = numberAt(row);
    if (Number.isFinite(value)) present[n++] = value;
  }
  return present.subarray(0, n).sort();
}

function rankReader(column: StringColumn, ranks: Ranks): (row: number) => number {
  const rankOfCode = column.dictionary.map((text) => ranks.get(text) as number);
  return (row) => rankOfCode[column.values[row]!]!;
}
