import type { Mark } from '../../lab/features/lane-marks.ts';
import type { Lane } from '../../lab/features/read-customer.ts';

/** A lane with its rows as seen from the as-of line. */
export interface SeenLane {
  readonly lane: Lane;
  /** The ttl that holds; 0 where there is none. */
  readonly ttlMs: number;
  readonly marks: readonly Mark[];
}
