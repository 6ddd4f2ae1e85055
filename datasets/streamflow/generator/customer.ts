import { DAY_MS, monthEnd, SIMULATED_MONTH_ENDS } from './calendar.ts';
import type { Draws } from './draws.ts';

export type NetService = 'DSL' | 'Fiber optic' | 'No';

/** Who a customer is; nothing of it changes from month to month. */
export interface Customer {
  readonly userId: string;
  readonly signupMs: number;
  /** The first month end (a position in the calendar) at which the customer is there. */
  readonly firstMonth: number;
  /** Month ends lived through before the simulation began. */
  readonly earlierMonths: number;
  readonly gender: 'Female' | 'Male';
  readonly isSenior: boolean;
  readonly hasFamily: boolean;
  readonly hasDependents: boolean;
  readonly netService: NetService;
  /** Habits, as deviations from the average customer's. */
  readonly viewing: number;
  readonly sessions: number;
  /** Devices in use in most months. */
  readonly devices: number;
  /** How much the line to this home interrupts playback; 1 is average. */
  readonly lineTrouble: number;
  /** Lives in a region that the wave of February 2024 hits. */
  readonly inWaveRegion: boolean;
  /** Hours in which the support desk expects to settle a ticket of this customer. */
  readonly expectedResolution: number;
}

/** Draws a customer who is first seen at `firstMonth`, after `earlierMonths` earlier month ends. */
export function drawCustomer(
  draws: Draws,
  userId: string,
  history: { readonly firstMonth: number; readonly earlierMonths: number },
): Customer {
  const netService = drawNetService(draws, history.earlierMonths);
  const isSenior = draws.chance({ DSL: 0.107, 'Fiber optic': 0.268, No: 0.034 }[netService]);
  const hasFamily = draws.chance(history.earlierMonths < 12 ? 0.36 : history.earlierMonths < 48 ? 0.5 : 0.66);
  const dependents = hasFamily ? 0.51 : 0.1;
  return {
    ...history,
    userId,
    signupMs: drawSignup(draws, history),
    gender: draws.chance(0.505) ? 'Male' : 'Female',
    isSenior,
    hasFamily,
    hasDependents: draws.chance(isSenior ? dependents * 0.3 : dependents * 1.18),
    netService,
    viewing: draws.normal(),
    sessions: draws.normal(),
    devices: draws.whole(1, 4),
    lineTrouble: draws.between(0.75, 1.25),
    inWaveRegion: draws.chance(0.22),
    expectedResolution: draws.normal(),
  };
}

function drawNetService(draws: Draws, earlierMonths: number): NetService {
  if (earlierMonths === 0) return draws.pick({ DSL: 0.33, 'Fiber optic': 0.47, No: 0.2 });
  return draws.pick({ DSL: 0.315, 'Fiber optic': 0.525, No: 0.16 });
}

/** A day from the month end before up to the day before the first one lived through. */
function drawSignup(draws: Draws, history: { firstMonth: number; earlierMonths: number }): number {
  const month = history.firstMonth - history.earlierMonths;
  const from = monthEnd(month - 1);
  const to = SIMULATED_MONTH_ENDS[month] ?? monthEnd(month);
  return from + draws.whole(0, (to - from) / DAY_MS) * DAY_MS;
}
