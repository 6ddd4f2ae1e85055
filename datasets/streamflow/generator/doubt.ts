import type { Conditions } from './conditions.ts';
import type { Customer } from './customer.ts';
import type { Draws } from './draws.ts';
import { clamp } from './rounding.ts';
import type { Subscription } from './subscription.ts';

/** What a month was like for one customer, as far as it moves them. */
export interface Experience {
  readonly customer: Customer;
  readonly subscription: Subscription;
  readonly conditions: Conditions;
  readonly rebufferEvents: number;
  readonly failedPayments: number;
  readonly tickets: number;
}

// All factors below are calibrated: to the course's churn rate, and to what its pipeline can learn.
const USUAL_DOUBT = 0.042;
const LEAVES_IN_DOUBT = 0.8;
const LEAVES_OTHERWISE = 0.005;

/** Whether the customer comes to doubt in this month; it shows in usage, payments and tickets, and most then leave. */
export function comesToDoubt(draws: Draws, experience: Experience): boolean {
  const { conditions } = experience;
  const anger = conditions.isRiseAnnounced ? angerFactor(experience) : 1;
  const chance = USUAL_DOUBT * conditions.doubt * traitFactor(experience) * anger * troubleFactor(experience);
  return draws.chance(clamp(chance, 0, 0.92));
}

/** Whether the customer leaves in the month after, given doubt and, for new ones, the end of the trial month. */
export function leavesNext(draws: Draws, doubts: boolean, experience: Experience): boolean {
  const { subscription, customer } = experience;
  const chance = doubts ? LEAVES_IN_DOUBT : LEAVES_OTHERWISE;
  if (subscription.monthsActive > 1 || subscription.contract !== 'Month-to-month')
    return draws.chance(chance);
  const endsTrial = { DSL: 0.6, 'Fiber optic': 0.65, No: 0.56 }[customer.netService];
  return draws.chance(Math.max(chance, endsTrial));
}

function traitFactor({ customer, subscription }: Experience): number {
  const contract = { 'Month-to-month': 1.6, 'One year': 0.35, 'Two year': 0.08 }[subscription.contract];
  const service = { DSL: 0.75, 'Fiber optic': 1.25, No: 0.4 }[customer.netService];
  const newness = 0.55 + 6 / (subscription.monthsActive + 6);
  return contract * service * newness * (subscription.paperless ? 1.12 : 0.85);
}

/** Who pays much is angry that fees will rise. */
function angerFactor({ customer, subscription }: Experience): number {
  if (customer.netService === 'No') return 0.3;
  const bill = clamp((subscription.monthlyFee - 45) / 35, 0.1, 1.7);
  return 3.9 * bill;
}

function troubleFactor({ rebufferEvents, failedPayments, tickets }: Experience): number {
  const playback = rebufferEvents <= 3 ? 0.85 : 1 + 0.45 * (rebufferEvents - 3);
  return playback * (1 + 0.5 * failedPayments) * (1 + 0.35 * tickets);
}
