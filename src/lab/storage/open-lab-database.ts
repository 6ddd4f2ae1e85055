import type { Database } from '../../core/database.ts';
import { type LabCollections, labKeyPaths } from '../../core/engine/collections.ts';
import { labUpgrades } from '../../storage/lab-upgrades.ts';
import { openDatabase } from './open-database.ts';

/** Opens the database of a lab: the free one, or a lesson's. */
export function openLabDatabase(name: string): Promise<Database<LabCollections>> {
  return openDatabase<LabCollections>(name, { keyPaths: labKeyPaths, upgrades: labUpgrades });
}
