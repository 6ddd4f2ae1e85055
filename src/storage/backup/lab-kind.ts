import { type LabCollections, labKeyPaths } from '../../core/engine/collections.ts';
import { labUpgrades } from '../lab-upgrades.ts';
import type { DatabaseKind } from './database-kind.ts';
import { labRecordSchemas } from './lab-record-schemas.ts';

/** The databases of labs: the free one, and each lesson's. */
export const labKind: DatabaseKind<LabCollections> = {
  keyPaths: labKeyPaths,
  upgrades: labUpgrades,
  schemas: labRecordSchemas,
};
