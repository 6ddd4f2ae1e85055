import { DAY_MS, SIMULATED_MONTH_ENDS } from './calendar.ts';
import { conditionsOf } from './conditions.ts';
import type { Customer } from './customer.ts';
import { comesToDoubt, type Experience, leavesNext } from './doubt.ts';
import type { Draws } from './draws.ts';
import { drawPayments, type Payments, settledPayments } from './payments.ts';
import { drawSubscription, renewSubscription, type Subscription } from './subscription.ts';
import { drawSupport, type Support, settledSupport } from './support.ts';
import { drawRebuffering, drawUsage, type Usage } from './usage.ts';

/** What the tables say of one customer at one month end. */
export interface CustomerMonth {
  readonly month: number;
  readonly subscription: Subscription;
  readonly usage: Usage;
  readonly payments: Payments;
  readonly support: Support;
}

/** A customer from the first month end to leaving, or to the end of the simulation. */
export interface Life {
  readonly customer: Customer;
  readonly months: readonly CustomerMonth[];
  /** When the customer left; null where that lies beyond the simulation. */
  readonly leaveMs: number | null;
}

/** Lives one customer's months: what happens moves the customer to doubt, doubt shows, and most who doubt leave. */
export function liveOn(draws: Draws, customer: Customer): Life {
  const months: CustomerMonth[] = [];
  let subscription: Subscription | null = null;
  let payments = settledPayments(draws, customer);
  let support = settledSupport(draws, customer);
  for (let month = customer.firstMonth; month < SIMULATED_MONTH_ENDS.length; month++) {
    const conditions = conditionsOf(month);
    subscription =
      subscription === null
        ? drawSubscription(draws, customer, conditions)
        : renewSubscription(draws, subscription, { customer, conditions });
    const rebufferEvents = drawRebuffering(draws, customer, conditions);
    const experience: Experience = {
      customer,
      subscription,
      conditions,
      rebufferEvents,
      failedPayments: payments.failed90d,
      tickets: support.tickets90d,
    };
    const doubts = comesToDoubt(draws, experience);
    const occasion = { customer, subscription, conditions, doubts };
    const usage = drawUsage(draws, rebufferEvents, occasion);
    payments = drawPayments(draws, payments, occasion);
    support = drawSupport(draws, support, occasion);
    months.push({ month, subscription, usage, payments, support });
    if (leavesNext(draws, doubts, experience))
      return { customer, months, leaveMs: drawLeaveDay(draws, month) };
  }
  return { customer, months, leaveMs: null };
}

/** A day after month end `month` and up to the next one, whose snapshot no longer has the customer. */
function drawLeaveDay(draws: Draws, month: number): number | null {
  const from = SIMULATED_MONTH_ENDS[month]!;
  const to = SIMULATED_MONTH_ENDS[month + 1];
  if (to === undefined) return null;
  return from + draws.whole(1, (to - from) / DAY_MS + 1) * DAY_MS;
}
