const HOUR_MS = 3_600_000;

/** `n` days in milliseconds; a ttl is given in milliseconds. */
export function days(n: number): number {
  return n * 24 * HOUR_MS;
}

/** `n` hours in milliseconds. */
export function hours(n: number): number {
  return n * HOUR_MS;
}
