import type { ClockStep, SimulatedClock } from '../../core/simulated-clock.ts';
import { type Instant, toEpochMs } from '../../core/table/timestamps.ts';

/** Simulated time for cells. A date without a time means its midnight, UTC. */
export function createClock(clock: SimulatedClock, persist: () => Promise<void>) {
  return {
    now: () => new Date(clock.now()),
    async set(instant: Instant): Promise<Date> {
      clock.set(toEpochMs(instant, { dateOnly: 'midnight' }));
      await persist();
      return new Date(clock.now());
    },
    async advance(step: ClockStep): Promise<Date> {
      clock.advance(step);
      await persist();
      return new Date(clock.now());
    },
  };
}
