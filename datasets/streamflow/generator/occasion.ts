import type { Conditions } from './conditions.ts';
import type { Customer } from './customer.ts';
import type { Subscription } from './subscription.ts';

/** What one month's figures of a customer are drawn from. */
export interface Occasion {
  readonly customer: Customer;
  readonly subscription: Subscription;
  readonly conditions: Conditions;
  /** In doubt, customers watch less, pay late and complain. */
  readonly doubts: boolean;
}
