const DAY_MS = 86_400_000;

/** When a month's rows can land at the earliest, UTC milliseconds: it is exported the day after it has ended. */
export function earliestLanding(asOf: number): number {
  return asOf + DAY_MS;
}
