import type { Clock } from './clock.ts';
import { quote, ValueError } from './errors.ts';

/** How far to move the clock; the parts add up, fractions and negative numbers are fine. */
export interface ClockStep {
  readonly days?: number;
  readonly hours?: number;
}

const HOUR_MS = 3_600_000;
/** The last instant a `Date` can hold, either side of 1970. */
const MAX_INSTANT_MS = 8.64e15;

/** Time as the lab tells it: it stands still until it is set or advanced, and never looks at the wall clock. */
export class SimulatedClock implements Clock {
  #nowMs: number;

  /** Starts at `instant`, in UTC milliseconds since 1970. */
  constructor(instant: number) {
    this.#nowMs = checkInstant(instant);
  }

  now(): number {
    return this.#nowMs;
  }

  /** Moves to `instant`, forwards or backwards; a `ValueError` leaves the clock where it is. */
  set(instant: number): void {
    this.#nowMs = checkInstant(instant);
  }

  /** Moves on to `instant` where the clock is not that far yet; never back. */
  reach(instant: number): void {
    if (instant > this.#nowMs) this.set(instant);
  }

  /** Moves on by a step from the present instant; a `ValueError` leaves the clock where it is. */
  advance({ days = 0, hours = 0 }: ClockStep): void {
    this.#nowMs = checkInstant(this.#nowMs + (days * 24 + hours) * HOUR_MS);
  }
}

function checkInstant(instant: number): number {
  if (Math.abs(instant) <= MAX_INSTANT_MS) return instant;
  throw new ValueError(
    `${quote(instant)} is no instant the clock can show`,
    'give UTC milliseconds since 1970, and steps in days and hours as numbers',
  );
}
