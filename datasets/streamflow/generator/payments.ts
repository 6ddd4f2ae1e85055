import type { Customer } from './customer.ts';
import type { Draws } from './draws.ts';
import type { Occasion } from './occasion.ts';

/** Failed payments of the last 90 days, and of the three months they are made of (latest last). */
export interface Payments {
  readonly failed90d: number;
  readonly failedByMonth: readonly [number, number, number];
}

const USUAL_FAILURES = 0.042;

/** The payments before the first month end: none for new customers. */
export function settledPayments(draws: Draws, customer: Customer): Payments {
  if (customer.earlierMonths === 0) return { failed90d: 0, failedByMonth: [0, 0, 0] };
  const first = draws.count(USUAL_FAILURES);
  const second = draws.count(USUAL_FAILURES);
  return { failed90d: first + second, failedByMonth: [0, first, second] };
}

/** One month later; in doubt, cards are removed and fees are charged back. */
export function drawPayments(draws: Draws, before: Payments, { conditions, doubts }: Occasion): Payments {
  const failed = draws.count(USUAL_FAILURES * conditions.failedPayments + (doubts ? 0.25 : 0));
  const [, older, old] = before.failedByMonth;
  return { failed90d: older + old + failed, failedByMonth: [older, old, failed] };
}
