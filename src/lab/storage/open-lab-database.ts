import type { Database } from '../../core/database.ts';
import { type LabCollections, labKeyPaths } from '../../core/engine/collections.ts';
import { labUpgrades } from '../../storage/lab-upgrades.ts';
import { holdRuns } from '../tabs/held-runs.ts';
import { openDatabase } from './open-database.ts';

/** Opens the database of a lab: the free one, or a lesson's. Other tabs can tell which runs this page works on. */
export async function openLabDatabase(name: string): Promise<Database<LabCollections>> {
  const kind = { keyPaths: labKeyPaths, upgrades: labUpgrades };
  return holdRuns(await openDatabase<LabCollections>(name, kind), name);
}
