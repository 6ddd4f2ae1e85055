import type { Collections, WriteTransaction } from './database.ts';
import type { SimulatedClock } from './simulated-clock.ts';

/**
 * Writes to `collections` and moves the stored clock in one transaction: both are kept, or neither. `run` moves the
 * clock that it is given, which shows the stored instant; as in any transaction it awaits nothing but its methods.
 */
export type WriteWithClock<C extends Collections> = <N extends keyof C, T>(
  collections: readonly N[],
  run: (transaction: WriteTransaction<C, N>, clock: SimulatedClock) => Promise<T>,
) => Promise<T>;
