import type { PairedCounts } from './paired-counts.ts';

/** Numeric columns with more distinct reference values than this are compared in bins, the others value by value. */
const MAX_UNBINNED_VALUES = 20;

/**
 * Jensen–Shannon distance: the square root of the divergence, natural logarithm, 0 to 0.8326. Values of a
 * numeric column are binned by Sturges' rule over both samples where there are many. Mirrors Evidently (D3).
 * Scores are not digested, so the host's logarithm is precise enough.
 */
export function jensenShannonDistance(
  counts: PairedCounts,
  options: { readonly binned: boolean; readonly wholeNumbers: boolean },
): number {
  const nDistinct = counts.reference.filter((count) => count > 0).length;
  const compared =
    options.binned && nDistinct > MAX_UNBINNED_VALUES ? binBySturges(counts, options.wholeNumbers) : counts;
  let divergence = 0;
  for (let i = 0; i < compared.reference.length; i++) {
    const p = compared.reference[i]! / counts.nReference;
    const q = compared.current[i]! / counts.nCurrent;
    divergence += relativeEntropy(p, (p + q) / 2) + relativeEntropy(q, (p + q) / 2);
  }
  return Math.sqrt(Math.max(divergence, 0) / 2);
}

function relativeEntropy(p: number, q: number): number {
  return p === 0 ? 0 : p * Math.log(p / q);
}

/** numpy's `histogram_bin_edges(bins='sturges')`: equal bins, the last one closed; whole numbers at least 1 wide. */
function binBySturges(
  { values, reference, current, nReference, nCurrent }: PairedCounts,
  wholeNumbers: boolean,
): { reference: Float64Array; current: Float64Array } {
  const first = values[0]!;
  const last = values.at(-1)!;
  const width = (last - first) / (Math.log2(nReference + nCurrent) + 1);
  const nBins = Math.ceil((last - first) / (wholeNumbers ? Math.max(width, 1) : width));
  const step = (last - first) / nBins;
  const binned = { reference: new Float64Array(nBins), current: new Float64Array(nBins) };
  let bin = 0;
  for (let i = 0; i < values.length; i++) {
    while (bin < nBins - 1 && values[i]! >= (bin + 1) * step + first) bin++;
    binned.reference[bin]! += reference[i]!;
    binned.current[bin]! += current[i]!;
  }
  return binned;
}
