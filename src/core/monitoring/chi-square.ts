import { upperGamma } from './incomplete-gamma.ts';
import type { PairedCounts } from './paired-counts.ts';

/**
 * p-value of Pearson's chi-square test of the current counts against the reference's shares. A value that only
 * the current sample has makes it 0. Mirrors Evidently (D4).
 */
export function chiSquarePValue({ reference, current, nReference, nCurrent }: PairedCounts): number {
  let statistic = 0;
  for (let i = 0; i < reference.length; i++) {
    const expected = reference[i]! * (nCurrent / nReference);
    statistic += (current[i]! - expected) ** 2 / expected;
  }
  return upperGamma(reference.length - 1, statistic / 2);
}
