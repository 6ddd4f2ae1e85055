import { labKeyPaths } from '../core/engine/collections.ts';
import { addCollections, type Upgrade } from './upgrades.ts';

/**
 * How the lab's database came to its present shape, one step per released version. Released steps never change:
 * a new version adds a step, and a fixture of the old one to the tests.
 */
export const labUpgrades: readonly Upgrade[] = [addCollections(labKeyPaths)];
