import { quantileOfSorted } from '../../src/core/numeric/quantile.ts';

/** The value in the middle of some measurements. */
export function median(values: Iterable<number>): number {
  return quantile(values, 0.5);
}

/** The value below which the share `q` of some measurements lies. */
export function quantile(values: Iterable<number>, q: number): number {
  return quantileOfSorted(Float64Array.from(values).sort(), q);
}
