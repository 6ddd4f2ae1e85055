import type { Conditions } from './conditions.ts';
import type { Customer } from './customer.ts';
import type { Draws } from './draws.ts';
import { clamp, toFiveCents } from './rounding.ts';

// Shares and prices below are calibrated to the course's first month.
export type Contract = 'Month-to-month' | 'One year' | 'Two year';

/** What a customer has booked at a month end. */
export interface Subscription {
  readonly contract: Contract;
  readonly paperless: boolean;
  readonly hasTv: boolean;
  readonly hasMovies: boolean;
  /** The price list's fee before this month's price level. */
  readonly listFee: number;
  readonly monthlyFee: number;
  /** Invoices sent so far; a contract's first one is sent a month later. */
  readonly monthsActive: number;
  readonly totalPaid: number;
}

/** What a customer has booked at the first month end. */
export function drawSubscription(draws: Draws, customer: Customer, conditions: Conditions): Subscription {
  const tenure = customer.earlierMonths + 1;
  const contract = drawContract(draws, customer, tenure);
  const takesAddOn = addOnShare(tenure);
  const hasTv = customer.netService !== 'No' && draws.chance(takesAddOn);
  const hasMovies =
    customer.netService !== 'No' && draws.chance(hasTv ? takesAddOn * 0.6 + 0.36 : takesAddOn * 0.62);
  const listFee = drawListFee(draws, { customer, tenure, addOns: Number(hasTv) + Number(hasMovies) });
  const monthlyFee = feeAt(listFee, customer, conditions);
  const monthsActive = contract === 'Month-to-month' || tenure > 1 ? tenure : 0;
  return {
    contract,
    paperless: draws.chance({ DSL: 0.55, 'Fiber optic': 0.775, No: 0.29 }[customer.netService]),
    hasTv,
    hasMovies,
    listFee,
    monthlyFee,
    monthsActive,
    totalPaid:
      monthsActive <= 1
        ? toFiveCents(monthlyFee * monthsActive)
        : toFiveCents(monthlyFee * monthsActive * (1 + 0.05 * draws.normal())),
  };
}

/** The same a month later: a longer contract, an add-on, the new fee, one more invoice paid. */
export function renewSubscription(
  draws: Draws,
  before: Subscription,
  { customer, conditions }: { readonly customer: Customer; readonly conditions: Conditions },
): Subscription {
  const addsTv = customer.netService !== 'No' && !before.hasTv && draws.chance(0.016);
  const addsMovies = customer.netService !== 'No' && !before.hasMovies && draws.chance(0.016);
  const listFee = toFiveCents(before.listFee + 10 * (Number(addsTv) + Number(addsMovies)));
  const monthlyFee = feeAt(listFee, customer, conditions);
  return {
    contract: extendContract(draws, before, customer),
    paperless: before.paperless || draws.chance(0.002),
    hasTv: before.hasTv || addsTv,
    hasMovies: before.hasMovies || addsMovies,
    listFee,
    monthlyFee,
    monthsActive: before.monthsActive + 1,
    totalPaid: toFiveCents(before.totalPaid + monthlyFee),
  };
}

function drawContract(draws: Draws, customer: Customer, tenure: number): Contract {
  // Within a year a few take a contract; after six, nearly all have one.
  const bound = tenure === 1 ? 0.025 : clamp(tenure * 0.0128, 0, 0.9);
  const long = tenure === 1 ? 0.5 : clamp(0.2 + tenure * 0.008, 0, 0.72);
  const looseness = { DSL: -0.05, 'Fiber optic': 0.3, No: -0.6 }[customer.netService];
  const loose = 1 + looseness * clamp((tenure - 1) / 18, 0, 1);
  if (draws.chance(clamp((1 - bound) * loose, 0.01, 0.99))) return 'Month-to-month';
  return draws.chance(long) ? 'Two year' : 'One year';
}

function extendContract(draws: Draws, before: Subscription, customer: Customer): Contract {
  const eager = customer.netService === 'No' ? 2.2 : customer.netService === 'DSL' ? 1.2 : 0.7;
  if (before.contract === 'Month-to-month') {
    if (!draws.chance(0.014 * eager)) return 'Month-to-month';
    return draws.chance(0.33) ? 'Two year' : 'One year';
  }
  return before.contract === 'One year' && draws.chance(0.008) ? 'Two year' : before.contract;
}

function addOnShare(tenure: number): number {
  return tenure === 1 ? 0.19 : clamp(0.28 + tenure * 0.0072, 0, 0.76);
}

function drawListFee(
  draws: Draws,
  { customer, tenure, addOns }: { customer: Customer; tenure: number; addOns: number },
): number {
  const oddCents = draws.between(-1, 1);
  const share = clamp(0.19 + tenure * 0.0072, 0, 0.72);
  let extras = 0;
  for (let i = 0; i < 5; i++) if (draws.chance(share)) extras++;
  if (customer.netService === 'No') return toFiveCents(20 + oddCents * 0.8 + (draws.chance(0.2) ? 5 : 0));
  const line = customer.netService === 'DSL' ? (draws.chance(0.26) ? 25 : 45) : 70;
  return toFiveCents(line + oddCents + 5 * extras + 10 * addOns);
}

function feeAt(listFee: number, customer: Customer, conditions: Conditions): number {
  return toFiveCents(customer.netService === 'No' ? listFee : listFee * conditions.price);
}
