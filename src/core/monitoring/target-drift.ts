import { type Column, isNull } from '../table/column.ts';

/**
 * How far the share of positive labels moved: the absolute difference, NaN where a side has no labels yet.
 * The course computes it by hand like this (D8); nulls are left out.
 */
export function targetDrift(reference: Column | null, current: Column | null): number {
  return Math.abs(positiveShare(reference) - positiveShare(current));
}

function positiveShare(labels: Column | null): number {
  if (labels === null) return Number.NaN;
  let nPresent = 0;
  let nPositive = 0;
  for (let row = 0; row < labels.values.length; row++) {
    if (isNull(labels, row)) continue;
    nPresent++;
    if (labels.values[row] === 1) nPositive++;
  }
  return nPositive / nPresent;
}
