// What engines are given so that only what they compute can differ.

/** Of the ids of runs and models. */
export const SEED = 'engines';

/** A timer that stands still: latencies are no figures to compare. */
export const stillTimer = (): number => 0;
