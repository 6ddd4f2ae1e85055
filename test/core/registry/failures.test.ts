import { describe } from 'vitest';
import { registryKeyPaths } from '../../../src/core/registry/collections.ts';
import { trackingKeyPaths } from '../../../src/core/tracking/collections.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';
import { describeRegistryFailures } from './failures.suite.ts';

describe('failures in memory', () => {
  describeRegistryFailures(async () => createMemoryDatabase({ ...trackingKeyPaths, ...registryKeyPaths }));
});
