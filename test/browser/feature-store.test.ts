import { featureKeyPaths } from '../../src/core/features/collections.ts';
import { openIndexedDb } from '../../src/storage/indexeddb-database.ts';
import { addCollections } from '../../src/storage/upgrades.ts';
import { describeFeatureStore } from '../core/features/feature-store.suite.ts';

describeFeatureStore(() =>
  openIndexedDb({
    name: `test-${crypto.randomUUID()}`,
    keyPaths: featureKeyPaths,
    upgrades: [addCollections(featureKeyPaths)],
  }),
);
