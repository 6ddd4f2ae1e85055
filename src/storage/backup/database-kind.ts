import type { Collections, KeyPaths } from '../../core/database.ts';
import type { Upgrade } from '../upgrades.ts';
import type { RecordSchemas } from './check-records.ts';

/** A kind of database that the lab keeps: many may be of one kind, such as the free lab's and each lesson's. */
export interface DatabaseKind<C extends Collections = Collections> {
  readonly keyPaths: KeyPaths<C>;
  readonly upgrades: readonly Upgrade[];
  readonly schemas: RecordSchemas<C>;
}

/** Collections of which no more is known than that records have members. */
export type AnyCollections = Record<string, Record<string, unknown>>;

/** A kind, whatever its collections. */
export type AnyDatabaseKind = DatabaseKind<AnyCollections>;
