export const DAY_MS = 86_400_000;
export const HOUR_MS = 3_600_000;

/** Days for which a label looks ahead. */
export const LABEL_DAYS = 90;

/** Month ends that are simulated: the twelve shipped ones, and three more that settle the last labels. */
export const SIMULATED_MONTH_ENDS: readonly number[] = Array.from({ length: 15 }, (_, month) =>
  monthEnd(month),
);

/** The twelve month ends that are shipped, 2023-03-31 to 2024-02-29, as UTC milliseconds. */
export const MONTH_ENDS: readonly number[] = SIMULATED_MONTH_ENDS.slice(0, 12);

/** Positions among the month ends. */
export const JANUARY_2024 = 10;
export const FEBRUARY_2024 = 11;

/** Midnight (UTC) at the start of the last day of a month; month 0 is March 2023, earlier ones are negative. */
export function monthEnd(month: number): number {
  return Date.UTC(2023, 3 + month, 0);
}

/** The day of an instant, as 'YYYY-MM-DD'. */
export function toDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
