import { quantileOfSorted } from '../../core/numeric/quantile.ts';
import type { Outcome } from '../../core/serving/answer.ts';
import type { LoggedRequest } from '../../core/serving/serving-collections.ts';

/** The log in figures. */
export interface RequestSummary {
  readonly nRequests: number;
  /** Outcomes that occurred, most frequent first. */
  readonly outcomes: readonly { readonly outcome: Outcome; readonly count: number }[];
  /** Milliseconds; null without requests. */
  readonly latencyP50: number | null;
  readonly latencyP95: number | null;
}

/** Counts by outcome, and the middle and the slow end of the latencies. O(n log n). */
export function summarizeRequests(requests: readonly LoggedRequest[]): RequestSummary {
  const counts = new Map<Outcome, number>();
  for (const { outcome } of requests) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const latencies = Float64Array.from(requests, ({ latencyMs }) => latencyMs).sort();
  const quantile = (q: number): number | null =>
    latencies.length === 0 ? null : quantileOfSorted(latencies, q);
  return {
    nRequests: requests.length,
    outcomes: [...counts]
      .map(([outcome, count]) => ({ outcome, count }))
      .sort((a, b) => b.count - a.count || a.outcome.localeCompare(b.outcome)),
    latencyP50: quantile(0.5),
    latencyP95: quantile(0.95),
  };
}
