import { quote, TypeMismatchError } from '../errors.ts';

const HOUR_MS = 3_600_000;

/** `n` days in milliseconds; a ttl is given in milliseconds. */
export function days(n: number): number {
  return requireNumber(n, 'days') * 24 * HOUR_MS;
}

/** `n` hours in milliseconds. */
export function hours(n: number): number {
  return requireNumber(n, 'hours') * HOUR_MS;
}

function requireNumber(n: unknown, caller: string): number {
  if (typeof n === 'number' && !Number.isNaN(n)) return n;
  throw new TypeMismatchError(`${caller} got ${quote(n)}`, `give a number: ${caller}(7)`);
}
