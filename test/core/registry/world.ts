import type { Database } from '../../../src/core/database.ts';
import type { Problem } from '../../../src/core/problem.ts';
import type { RegistryCollections } from '../../../src/core/registry/collections.ts';
import { createRegistry, type Registry } from '../../../src/core/registry/registry.ts';
import type { TrackingCollections } from '../../../src/core/tracking/collections.ts';
import { createSeededIds } from '../../../src/core/tracking/id-source.ts';
import { createTracking, type Tracking } from '../../../src/core/tracking/tracking.ts';

/** Makes an empty database for one test. */
export type CreateDatabase = () => Promise<Database<TrackingCollections & RegistryCollections>>;

/** Tracking and registry on one empty database, with a clock that stands still until a test moves it. */
export interface RegistryWorld {
  readonly registry: Registry;
  readonly tracking: Tracking;
  readonly database: Database<TrackingCollections & RegistryCollections>;
  readonly clock: { ms: number; now(): number };
  readonly warnings: Problem[];
}

export const COLLECTIONS = [
  'experiments',
  'runs',
  'metrics',
  'artifacts',
  'artifactContents',
  'registeredModels',
  'modelVersions',
  'stageEvents',
] as const;

export async function createRegistryWorld(createDatabase: CreateDatabase): Promise<RegistryWorld> {
  const database = await createDatabase();
  const clock = { ms: 1000, now: () => clock.ms };
  const warnings: Problem[] = [];
  const onWarning = (problem: Problem) => warnings.push(problem);
  const context = { database, clock, ids: createSeededIds('test'), user: 'ada', onWarning };
  return { registry: createRegistry(context), tracking: createTracking(context), database, clock, warnings };
}

/** The same with a model 'churn' of `nVersions` versions. */
export async function createChurnModel(
  createDatabase: CreateDatabase,
  nVersions: number,
): Promise<RegistryWorld> {
  const world = await createRegistryWorld(createDatabase);
  await world.registry.createRegisteredModel('churn');
  for (let i = 1; i <= nVersions; i++) await world.registry.createModelVersion('churn', `s3://bucket/${i}`);
  return world;
}
