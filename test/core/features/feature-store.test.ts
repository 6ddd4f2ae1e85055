import { featureKeyPaths } from '../../../src/core/features/collections.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';
import { describeFeatureStore } from './feature-store.suite.ts';

describeFeatureStore(async () => createMemoryDatabase(featureKeyPaths));
