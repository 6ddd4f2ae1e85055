/** One figure of a step's outcome: what it is and its value as shown. */
export interface Figure {
  readonly name: string;
  readonly value: string;
}

/** How far a running step is, from 0 to 1; null while that cannot be known. */
export type Fraction = number | null;

/** One station of the route: what it does and how to do it, given what the stations before it left. */
export interface RouteStep<State> {
  readonly id: string;
  readonly title: string;
  /** Does the step's work on `state` and tells what came of it. */
  run(state: State, onFraction: (fraction: Fraction) => void): Promise<readonly Figure[]>;
}
