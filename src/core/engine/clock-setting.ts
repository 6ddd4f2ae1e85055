import type { Database } from '../database.ts';
import { SimulatedClock } from '../simulated-clock.ts';
import type { LabCollections } from './collections.ts';

/** The instant of a lab that was never used, UTC: the day after the first month that the course looks at. */
const FIRST_INSTANT = Date.UTC(2024, 1, 1);

const DAY_MS = 86_400_000;
const NAME = 'clock';

/** The lab's simulated clock as it was left, and the means to keep it. */
export interface KeptClock {
  readonly clock: SimulatedClock;
  persist(): Promise<void>;
  /** Moves on to the day after `asOf` where the clock is not that far yet: a month lands after it has ended. */
  reachDayAfter(asOf: number): Promise<void>;
}

/** Reads the clock from the settings. */
export async function openClock(database: Database<LabCollections>): Promise<KeptClock> {
  const setting = await database.read(['settings'], (transaction) => transaction.get('settings', NAME));
  const clock = new SimulatedClock(typeof setting?.value === 'number' ? setting.value : FIRST_INSTANT);
  const persist = (): Promise<void> =>
    database.write(['settings'], (transaction) =>
      transaction.put('settings', { name: NAME, value: clock.now() }),
    );
  return {
    clock,
    persist,
    async reachDayAfter(asOf) {
      if (clock.now() >= asOf + DAY_MS) return;
      clock.set(asOf + DAY_MS);
      await persist();
    },
  };
}
