import type { Database } from '../database.ts';
import { type ClockStep, SimulatedClock } from '../simulated-clock.ts';
import type { WriteWithClock } from '../write-with-clock.ts';
import type { LabCollections } from './collections.ts';

/** The instant of a lab that was never used, UTC: the day after the first month that the course looks at. */
const FIRST_INSTANT = Date.UTC(2024, 1, 1);

const NAME = 'clock';

/**
 * The lab's simulated clock and the means to move it. What is stored counts, not what this page last saw: two tabs that
 * each advance by a day have advanced by two. What throws leaves the clock where it is.
 */
export interface KeptClock {
  /** For reading. */
  readonly clock: SimulatedClock;
  /**
   * Moves to `instant`, UTC milliseconds, at once, and keeps it: what is read next sees it, awaited or not. A
   * `ValueError`, or what went wrong with keeping it, leaves the clock where it was.
   */
  set(instant: number): Promise<void>;
  /** Moves on by a step and keeps it. A `ValueError` where it would leave what a `Date` can hold. */
  advance(step: ClockStep): Promise<void>;
  /** Keeps what is stored then together with where the clock is moved to. */
  readonly writeWithClock: WriteWithClock<LabCollections>;
  /** Shows the instant that is stored: another tab may have moved the clock. */
  reread(): Promise<void>;
}

/** Reads the clock from the settings. */
export async function openClock(database: Database<LabCollections>): Promise<KeptClock> {
  const clock = new SimulatedClock(FIRST_INSTANT);
  let nSetting = 0;
  const writeWithClock: KeptClock['writeWithClock'] = async (collections, run) => {
    const { result, instant } = await database.write([...collections, 'settings'], async (transaction) => {
      const before = instantOf(await transaction.get('settings', NAME));
      const stored = new SimulatedClock(before);
      const result = await run(transaction, stored);
      const instant = stored.now();
      if (instant !== before) await transaction.put('settings', { name: NAME, value: instant });
      return { result, instant };
    });
    // Only now is it kept; what is being set shows already.
    if (nSetting === 0) clock.set(instant);
    return result;
  };
  const move = (change: (stored: SimulatedClock) => void): Promise<void> =>
    writeWithClock([], async (_, stored) => change(stored));
  const reread = async (): Promise<void> =>
    clock.set(
      instantOf(await database.read(['settings'], (transaction) => transaction.get('settings', NAME))),
    );
  await reread();
  return {
    clock,
    async set(instant) {
      clock.set(instant);
      nSetting++;
      try {
        await move((stored) => stored.set(instant));
      } finally {
        nSetting--;
        // What became of the setting is told by the write, whatever can be read afterwards.
        if (nSetting === 0) await reread().catch(() => undefined);
      }
    },
    advance: (step) => move((stored) => stored.advance(step)),
    writeWithClock,
    reread,
  };
}

function instantOf(setting: LabCollections['settings'] | undefined): number {
  return typeof setting?.value === 'number' ? setting.value : FIRST_INSTANT;
}
