import type { Collections, Database } from '../../../src/core/database.ts';
import type { Problem } from '../../../src/core/problem.ts';
import type { TrackingCollections } from '../../../src/core/tracking/collections.ts';
import { createSeededIds } from '../../../src/core/tracking/id-source.ts';
import { createTracking, type Tracking } from '../../../src/core/tracking/tracking.ts';

/** Makes an empty database for one test. */
export type CreateDatabase = () => Promise<Database<TrackingCollections>>;

/** Tracking on an empty database, with a clock that stands still until a test moves it. */
export interface TrackingWorld {
  readonly tracking: Tracking;
  readonly database: Database<TrackingCollections>;
  readonly clock: { ms: number; now(): number };
  readonly warnings: Problem[];
}

export async function createTrackingWorld(createDatabase: CreateDatabase): Promise<TrackingWorld> {
  const database = await createDatabase();
  const clock = { ms: 1000, now: () => clock.ms };
  const warnings: Problem[] = [];
  const context = {
    database,
    clock,
    ids: createSeededIds('test'),
    user: 'ada',
    onWarning: (problem: Problem) => warnings.push(problem),
  };
  return { tracking: createTracking(context), database, clock, warnings };
}

/** All records of the collections, for comparing a database before and after. */
export async function dump<C extends Collections>(
  database: Database<C>,
  collections: readonly (keyof C)[],
): Promise<unknown> {
  return database.read(collections, async (transaction) => {
    const records: unknown[] = [];
    for (const name of collections) records.push(await transaction.getAll(name));
    return records;
  });
}
