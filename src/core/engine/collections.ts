import type { KeyPaths } from '../database.ts';
import { type FeatureCollections, featureKeyPaths } from '../features/collections.ts';
import { type RegistryCollections, registryKeyPaths } from '../registry/collections.ts';
import { type ServingCollections, servingKeyPaths } from '../serving/serving-collections.ts';
import { type SnapshotCollections, snapshotKeyPaths } from '../snapshots/collections.ts';
import { type TrackingCollections, trackingKeyPaths } from '../tracking/collections.ts';

/** One setting of the lab, such as its simulated time. */
export interface SettingRecord {
  readonly name: string;
  readonly value: unknown;
}

/** Everything the lab stores. */
export type LabCollections = SnapshotCollections &
  FeatureCollections &
  TrackingCollections &
  RegistryCollections &
  ServingCollections & { settings: SettingRecord };

export const labKeyPaths: KeyPaths<LabCollections> = {
  ...snapshotKeyPaths,
  ...featureKeyPaths,
  ...trackingKeyPaths,
  ...registryKeyPaths,
  ...servingKeyPaths,
  settings: 'name',
};
