import type { Clock } from '../clock.ts';
import type { Database, WriteTransaction } from '../database.ts';
import type { Problem } from '../problem.ts';
import type { TrackingCollections } from '../tracking/collections.ts';
import type { IdSource } from '../tracking/id-source.ts';
import type { RegistryCollections } from './collections.ts';

/** What the registry works with. */
export interface RegistryContext {
  readonly database: Database<RegistryCollections>;
  readonly clock: Clock;
  /** Who registers and promotes. */
  readonly user: string;
  /** Told of calls that MLflow has deprecated (R22). */
  readonly onWarning?: ((problem: Problem) => void) | undefined;
}

/** What storing and loading models needs on top: tracking's collections in the same database, and ids. */
export interface ModelsContext extends RegistryContext {
  readonly database: Database<TrackingCollections & RegistryCollections>;
  readonly ids: IdSource;
}

/** The collections that change together when a version comes, moves or goes. */
export const VERSION_COLLECTIONS = ['registeredModels', 'modelVersions', 'stageEvents'] as const;

/** A transaction over `VERSION_COLLECTIONS`. */
export type VersionTransaction = WriteTransaction<RegistryCollections, (typeof VERSION_COLLECTIONS)[number]>;
