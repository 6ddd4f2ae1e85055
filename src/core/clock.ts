/** Tells simulated time. Core never reads the wall clock: whoever needs an instant is given a clock. */
export interface Clock {
  /** The simulated instant, in UTC milliseconds since 1970. */
  now(): number;
}
