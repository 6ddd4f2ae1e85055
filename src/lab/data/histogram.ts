/** How many values lie from `from` (inclusive) to `to` (exclusive but for the last bin). */
export interface HistogramBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

const MOST_BINS = 24;

/**
 * Counts ascending finite values in bins of equal width: one per value where they are few whole numbers, else up to 24
 * of a round width (1, 2 or 5 times a power of ten). Infinities are left out.
 */
export function histogramOfSorted(sorted: Float64Array, nDistinct: number): HistogramBin[] {
  const finite = sorted.filter(Number.isFinite);
  const [min, max] = [finite[0], finite.at(-1)];
  if (min === undefined || max === undefined) return [];
  const isWhole = finite.every(Number.isInteger);
  const perValue = isWhole && nDistinct <= MOST_BINS && max - min < MOST_BINS;
  const width = perValue || max === min ? 1 : roundWidth((max - min) / MOST_BINS, isWhole);
  const first = Math.floor(min / width);
  const nBins = Math.floor(max / width) - first + 1;
  const counts = new Int32Array(nBins);
  for (const value of finite) counts[Math.min(Math.floor(value / width) - first, nBins - 1)]!++;
  return Array.from(counts, (count, i) => ({
    from: (first + i) * width,
    to: (first + i + 1) * width,
    count,
  }));
}

/** The smallest of 1, 2, 5, 10, … that is at least `width`; whole for whole values. */
function roundWidth(width: number, isWhole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(width));
  const round = [1, 2, 5, 10].map((step) => step * power).find((step) => step >= width) ?? 10 * power;
  return isWhole ? Math.max(1, round) : round;
}
