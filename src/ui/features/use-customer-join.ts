import { useLayoutEffect, useState } from 'react';
import {
  type CustomerJoin,
  type CustomerJoinOptions,
  joinCustomer,
} from '../../lab/features/join-customer.ts';
import type { Customer } from '../../lab/features/read-customer.ts';
import { formatTtlChoice } from '../../lab/features/ttl-choice.ts';

/**
 * The customer's training row at an instant. The join is done before the frame is painted, so the row keeps up with
 * the hand that drags the instant; null until the first one, or an error.
 */
export function useCustomerJoin(
  customer: Customer | undefined,
  { atMs, mode, ttl }: CustomerJoinOptions,
): { readonly join: CustomerJoin | null; readonly error: unknown } {
  const [state, setState] = useState<{
    readonly customer: Customer | null;
    readonly join: CustomerJoin | null;
    readonly error: unknown;
  }>({ customer: null, join: null, error: null });
  const ttlText = formatTtlChoice(ttl);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `ttl` is made anew on every render; its text is its value.
  useLayoutEffect(() => {
    if (customer === undefined) return;
    let isCurrent = true;
    joinCustomer(customer, { atMs, mode, ttl }).then(
      (join) => isCurrent && setState({ customer, join, error: null }),
      (error: unknown) => isCurrent && setState({ customer, join: null, error }),
    );
    return () => {
      isCurrent = false;
    };
  }, [customer, atMs, mode, ttlText]);
  return state.customer === customer ? state : { join: null, error: null };
}
