import { FEBRUARY_2024, JANUARY_2024 } from './calendar.ts';

/** What the service and its market were like in one month; 1 is "as usual". */
export interface Conditions {
  /** Hours watched, by season. */
  readonly season: number;
  /** Monthly fees of internet customers. */
  readonly price: number;
  /** Interrupted playback, for everyone and for customers of overloaded regions. */
  readonly rebuffering: number;
  readonly regionalRebuffering: number;
  readonly failedPayments: number;
  readonly tickets: number;
  /** How many customers come to doubt their subscription. */
  readonly doubt: number;
  /** Whether customers have just heard that fees will rise. */
  readonly isRiseAnnounced: boolean;
}

// The year's swing in hours watched, March first: most in the dark months.
const SEASONS = [
  0.985, 0.972, 0.96, 0.95, 0.944, 0.946, 0.953, 0.962, 0.972, 0.983, 1, 0.985, 0.975, 0.965, 0.955,
];
// March to December; the market's small ups and downs.
const DOUBTS = [0.98, 0.95, 0.93, 0.95, 1, 1.05, 1.04, 1, 0.97, 1.05];

/** The conditions of a month (0 is March 2023); months before the first are like the first. */
export function conditionsOf(month: number): Conditions {
  const usual: Conditions = {
    season: SEASONS[Math.max(month, 0)]!,
    price: 1,
    rebuffering: 1,
    regionalRebuffering: 1,
    failedPayments: 1,
    tickets: 1,
    doubt: DOUBTS[Math.max(month, 0)] ?? 1,
    isRiseAnnounced: false,
  };
  if (month < JANUARY_2024) return usual;
  if (month === JANUARY_2024) return { ...usual, isRiseAnnounced: true };
  // The new regime: fees up, a rebuffering wave in some regions, more doubt on the whole.
  return {
    ...usual,
    price: 1.08,
    rebuffering: 1.15,
    regionalRebuffering: month === FEBRUARY_2024 ? 2.2 : 2,
    failedPayments: 1.2,
    tickets: 1.25,
    doubt: 1.65,
  };
}
