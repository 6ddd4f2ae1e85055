/**
 * The value below which the share `q` (0 to 1) of the ascending `sorted` lies, interpolated between
 * neighbours, with the bits of numpy's default `quantile`. `sorted` is not empty.
 */
export function quantileOfSorted(sorted: ArrayLike<number>, q: number): number {
  const position = (sorted.length - 1) * q;
  const below = Math.min(Math.floor(position), sorted.length - 1);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  const share = position - below;
  return share >= 0.5 ? high - (high - low) * (1 - share) : low + (high - low) * share;
}
