import type { Customer } from './customer.ts';
import type { Draws } from './draws.ts';
import type { Occasion } from './occasion.ts';
import { clamp, toTenths } from './rounding.ts';

/** Tickets of the last 90 days, by month (latest last), and how long they took to settle. */
export interface Support {
  readonly tickets90d: number;
  readonly ticketsByMonth: readonly [number, number, number];
  /** Of the last tickets; before the first one, what the desk expects. */
  readonly avgResolutionHrs90d: number;
}

const USUAL_TICKETS = 0.083;

/** The support history before the first month end: no tickets for new customers. */
export function settledSupport(draws: Draws, customer: Customer): Support {
  const avgResolutionHrs90d = toHours(10 + 4 * customer.expectedResolution);
  if (customer.earlierMonths === 0) return { tickets90d: 0, ticketsByMonth: [0, 0, 0], avgResolutionHrs90d };
  const first = draws.count(USUAL_TICKETS);
  const second = draws.count(USUAL_TICKETS);
  return { tickets90d: first + second, ticketsByMonth: [0, first, second], avgResolutionHrs90d };
}

/** One month later; in doubt, and where playback stalls, customers write in more. */
export function drawSupport(draws: Draws, before: Support, { conditions, doubts }: Occasion): Support {
  const tickets = draws.count(USUAL_TICKETS * conditions.tickets + (doubts ? 0.35 : 0));
  const [, older, old] = before.ticketsByMonth;
  return {
    tickets90d: older + old + tickets,
    ticketsByMonth: [older, old, tickets],
    avgResolutionHrs90d: tickets === 0 ? before.avgResolutionHrs90d : toHours(10 + 4 * draws.normal()),
  };
}

function toHours(hours: number): number {
  return toTenths(clamp(hours, 1, 25));
}
