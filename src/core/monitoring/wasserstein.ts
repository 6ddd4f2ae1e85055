import type { PairedCounts } from './paired-counts.ts';

/**
 * First Wasserstein distance, the area between the two cumulative distributions, divided by the reference's
 * population standard deviation (at least 0.001). Mirrors Evidently's normed Wasserstein (D3).
 */
export function wassersteinNormed(counts: PairedCounts): number {
  let area = 0;
  let below = 0;
  let belowCurrent = 0;
  for (let i = 0; i + 1 < counts.values.length; i++) {
    below += counts.reference[i]!;
    belowCurrent += counts.current[i]!;
    const gap = Math.abs(below / counts.nReference - belowCurrent / counts.nCurrent);
    area += gap * (counts.values[i + 1]! - counts.values[i]!);
  }
  return area / Math.max(referenceDeviation(counts), 0.001);
}

function referenceDeviation({ values, reference, nReference }: PairedCounts): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += reference[i]! * values[i]!;
  const mean = sum / nReference;
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += reference[i]! * (values[i]! - mean) ** 2;
  return Math.sqrt(squares / nReference);
}
