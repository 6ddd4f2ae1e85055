import type { KeyPaths } from '../database.ts';
import type { EntityDefinition } from './entity.ts';
import type { FeatureViewDefinition } from './feature-view.ts';

/** A materialized window, both ends inclusive, in UTC milliseconds. The start may lie after the end (O11). */
export type Interval = readonly [start: number, end: number];

/** An applied feature view. Small, so that reading it to see whether online rows changed costs little. */
export interface FeatureViewRecord {
  readonly name: string;
  readonly definition: FeatureViewDefinition;
  /** One entry per materialization, in the order they were made (stack semantics O7). */
  readonly intervals: readonly Interval[];
  /** Grows with every write to the view's online table. */
  readonly onlineRevision: number;
}

/** All online rows of a view as one packed table, so that a materialization is one atomic write. */
export interface OnlineTableRecord {
  readonly view: string;
  readonly table: ArrayBuffer;
}

/** What the feature store keeps. */
export type FeatureCollections = {
  entities: EntityDefinition;
  featureViews: FeatureViewRecord;
  onlineTables: OnlineTableRecord;
};

export const featureKeyPaths: KeyPaths<FeatureCollections> = {
  entities: 'name',
  featureViews: 'name',
  onlineTables: 'view',
};
