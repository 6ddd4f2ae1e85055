import { upperGamma } from './incomplete-gamma.ts';
import type { PairedCounts } from './paired-counts.ts';

/**
 * Two-sided p-value of the z-test that both samples have the same share of values other than the smallest.
 * The same constant in both gives 1. Mirrors Evidently (D4).
 */
export function twoProportionsPValue({ reference, current, nReference, nCurrent }: PairedCounts): number {
  if (reference.length === 1) return 1;
  const referenceShare = 1 - reference[0]! / nReference;
  const currentShare = 1 - current[0]! / nCurrent;
  const pooled = (referenceShare * nReference + currentShare * nCurrent) / (nReference + nCurrent);
  const variance = pooled * (1 - pooled) * (1 / nReference + 1 / nCurrent);
  return upperGamma(1, (referenceShare - currentShare) ** 2 / variance / 2);
}
