import { kolmogorovTail } from './kolmogorov-tail.ts';
import type { PairedCounts } from './paired-counts.ts';

/** Samples up to this size get the exact p-value, as in scipy's `ks_2samp(method='auto')`. */
const MAX_EXACT_ROWS = 10_000;

/**
 * Two-sided p-value of the two-sample Kolmogorov–Smirnov test: exact up to 10,000 rows per sample, O(n × m), else
 * by the one-sample distribution of the harmonic sample size. Mirrors scipy 1.17 `ks_2samp`, as Evidently calls it.
 */
export function kolmogorovSmirnovPValue({ reference, current, nReference, nCurrent }: PairedCounts): number {
  let widest = 0;
  let below = 0;
  let belowCurrent = 0;
  for (let i = 0; i < reference.length; i++) {
    below += reference[i]!;
    belowCurrent += current[i]!;
    widest = Math.max(widest, Math.abs(below * nCurrent - belowCurrent * nReference));
  }
  if (widest === 0) return 1;
  if (Math.max(nReference, nCurrent) <= MAX_EXACT_ROWS) {
    return nReference > nCurrent
      ? shareOfPathsOutside(nReference, nCurrent, widest)
      : shareOfPathsOutside(nCurrent, nReference, widest);
  }
  const harmonic = Math.round((nReference * nCurrent) / (nReference + nCurrent));
  return kolmogorovTail(harmonic, widest / (nReference * nCurrent));
}

/**
 * Of all ways to interleave m and n rows (lattice paths to (m, n)), the share that at some point (i, j) has
 * |i n − j m| ≥ widest. A path reaches (i, j) from the left with probability i / (i + j), so the shares follow
 * from each other; all terms are positive, hence no cancellation however small the result.
 */
function shareOfPathsOutside(m: number, n: number, widest: number): number {
  const shares = new Float64Array(n + 1);
  for (let i = 0; i <= m; i++) {
    for (let j = 0; j <= n; j++) {
      if (Math.abs(i * n - j * m) >= widest) shares[j] = 1;
      else if (i + j > 0) shares[j] = (i * shares[j]! + (j > 0 ? j * shares[j - 1]! : 0)) / (i + j);
    }
  }
  return shares[n]!;
}
