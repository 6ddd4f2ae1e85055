import { checkOptions } from '../../core/check-options.ts';
import { quote, TypeMismatchError } from '../../core/errors.ts';
import type { ClockStep } from '../../core/simulated-clock.ts';
import { type Instant, toEpochMs } from '../../core/table/timestamps.ts';
import { needsNoAwait } from '../kernel/needs-no-await.ts';
import type { LabEngine } from './lab-engine.ts';

/** Simulated time for cells. A date without a time means its midnight, UTC. */
export function createClock(time: LabEngine['time']) {
  const now = (): Date => new Date(time.clock.now());
  const set = async (instant: Instant): Promise<Date> => {
    await time.set(toEpochMs(instant, { dateOnly: 'midnight' }));
    return now();
  };
  return {
    now,
    /** Shows at once; resolves once it is kept. */
    set: (instant: Instant): Promise<Date> => needsNoAwait(set(instant)),
    async advance(step: ClockStep): Promise<Date> {
      await time.advance(readStep(step));
      return now();
    },
  };
}

function readStep(step: ClockStep): ClockStep {
  const options = checkOptions('clock.advance', step, { optional: ['days', 'hours'] });
  const parts = Object.entries(options).filter(([, value]) => value !== undefined);
  const odd = parts.find(([, value]) => typeof value !== 'number' || !Number.isFinite(value));
  if (parts.length > 0 && odd === undefined) return Object.fromEntries(parts);
  throw new TypeMismatchError(
    odd === undefined ? 'clock.advance was not told how far' : `${odd[0]} is ${quote(odd[1])}`,
    'give days, hours or both as numbers: clock.advance({ days: 1 })',
  );
}
