import { quote, TypeMismatchError, ValueError } from '../errors.ts';
import { type Column, cellAt, isNull } from '../table/column.ts';

/**
 * How far the share of positive labels moved: the absolute difference, NaN where a side has no labels yet.
 * The course computes it by hand like this (D8); nulls and NaN are left out. Labels are booleans, or 0 and 1: anything
 * else is a `TypeError` or a `ValueError`.
 */
export function targetDrift(reference: Column | null, current: Column | null): number {
  return Math.abs(positiveShare(reference) - positiveShare(current));
}

function positiveShare(labels: Column | null): number {
  if (labels === null) return Number.NaN;
  if (labels.dtype === 'string' || labels.dtype === 'timestamp') {
    throw new TypeMismatchError(`labels are ${labels.dtype}`, 'give booleans, or 0 and 1');
  }
  let nPresent = 0;
  let nPositive = 0;
  for (let row = 0; row < labels.values.length; row++) {
    const value = labels.values[row];
    if (isNull(labels, row) || Number.isNaN(value)) continue;
    if (value !== 0 && value !== 1) {
      throw new ValueError(
        `the label in row ${row + 1} is ${quote(cellAt(labels, row))}`,
        'give booleans, or 1 for what is to be predicted and 0 for the rest',
      );
    }
    nPresent++;
    nPositive += value;
  }
  return nPositive / nPresent;
}
