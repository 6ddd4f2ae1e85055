import type { Database } from '../database.ts';
import { type ClockStep, SimulatedClock } from '../simulated-clock.ts';
import type { LabCollections } from './collections.ts';

/** The instant of a lab that was never used, UTC: the day after the first month that the course looks at. */
const FIRST_INSTANT = Date.UTC(2024, 1, 1);

const DAY_MS = 86_400_000;
const NAME = 'clock';

/**
 * The lab's simulated clock and the means to move it. What is stored counts, not what this page last saw: two tabs that
 * each advance by a day have advanced by two.
 */
export interface KeptClock {
  /** For reading. */
  readonly clock: SimulatedClock;
  /** Moves to `instant`, UTC milliseconds, and keeps it. A `ValueError` leaves the clock where it is. */
  set(instant: number): Promise<void>;
  advance(step: ClockStep): Promise<void>;
  /** Moves on to the day after `asOf` where the clock is not that far yet: a month lands after it has ended. */
  reachDayAfter(asOf: number): Promise<void>;
  /** Shows the instant that is stored: another tab may have moved the clock. */
  reread(): Promise<void>;
}

/** Reads the clock from the settings. */
export async function openClock(database: Database<LabCollections>): Promise<KeptClock> {
  const clock = new SimulatedClock(FIRST_INSTANT);
  const move = async (change: (stored: SimulatedClock) => void): Promise<void> => {
    const instant = await database.write(['settings'], async (transaction) => {
      const stored = new SimulatedClock(instantOf(await transaction.get('settings', NAME)));
      change(stored);
      await transaction.put('settings', { name: NAME, value: stored.now() });
      return stored.now();
    });
    clock.set(instant);
  };
  const reread = async (): Promise<void> =>
    clock.set(
      instantOf(await database.read(['settings'], (transaction) => transaction.get('settings', NAME))),
    );
  await reread();
  return {
    clock,
    set: (instant) => move((stored) => stored.set(instant)),
    advance: (step) => move((stored) => stored.advance(step)),
    async reachDayAfter(asOf) {
      if (clock.now() >= asOf + DAY_MS) return;
      await move((stored) => stored.set(Math.max(stored.now(), asOf + DAY_MS)));
    },
    reread,
  };
}

function instantOf(setting: LabCollections['settings'] | undefined): number {
  return typeof setting?.value === 'number' ? setting.value : FIRST_INSTANT;
}
