import { type Column, isNull } from '../table/column.ts';

/** How a column's values are compared: as numbers on a line, or as labels. */
export type ColumnKind = 'numerical' | 'categorical';

/** A column that is left out of a drift report, and why. */
export interface Exclusion {
  readonly excluded: 'text' | 'timestamp';
  readonly reason: string;
}

/** Whole-number columns with at most this many distinct values count as labels. */
const MAX_WHOLE_NUMBER_LABELS = 10;

/**
 * What Evidently 0.7 takes an undeclared column for: floats are numbers, whole numbers too from 11 distinct
 * values on, booleans labels, text labels unless more than half of its values are distinct.
 */
export function inferColumnKind(column: Column): ColumnKind | Exclusion {
  if (column.dtype === 'timestamp') {
    return { excluded: 'timestamp', reason: 'instants move on by themselves, so they always differ' };
  }
  if (column.dtype === 'float64') return 'numerical';
  if (column.dtype === 'bool') return 'categorical';
  const distinct = new Set<number>();
  let nPresent = 0;
  for (let row = 0; row < column.values.length; row++) {
    if (isNull(column, row)) continue;
    distinct.add(column.values[row]!);
    nPresent++;
  }
  if (column.dtype === 'int64') {
    return distinct.size <= MAX_WHOLE_NUMBER_LABELS ? 'categorical' : 'numerical';
  }
  if (distinct.size <= nPresent / 2) return 'categorical';
  return {
    excluded: 'text',
    reason: `free text: ${distinct.size} distinct values in ${nPresent} rows (Evidently would train a text classifier)`,
  };
}
