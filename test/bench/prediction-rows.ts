import type { BenchRow } from './bench-row.ts';
import { limitRow } from './limit-row.ts';
import { quantile } from './quantiles.ts';

/** Calls of /predict that are timed, and those before them that are not. */
export const PREDICTIONS = 10_000;
export const WARM_UP_PREDICTIONS = 1000;

/** The median and the slowest hundredth of the calls, against what is asked. */
export function predictionRows(host: string, times: Iterable<number>): BenchRow[] {
  const all = [...times];
  const note = `${all.length.toLocaleString('en')} calls with 300 trees, after ${WARM_UP_PREDICTIONS.toLocaleString('en')} others`;
  return [
    limitRow(`/predict ${host}, median`, quantile(all, 0.5), 2, note),
    limitRow(`/predict ${host}, 99th percentile`, quantile(all, 0.99), 10, note),
  ];
}
