import type { Clock } from '../clock.ts';
import type { Database } from '../database.ts';
import type { WriteWithClock } from '../write-with-clock.ts';
import type { SnapshotCollections } from './collections.ts';

/** What storing and reading tables works with; nothing else of the outside is seen. */
export interface SnapshotContext {
  readonly database: Database<SnapshotCollections>;
  readonly clock: Clock;
  /** Months that come in move the clock on, in the transaction that stores them. */
  readonly writeWithClock: WriteWithClock<SnapshotCollections>;
}
