import { describe } from 'vitest';
import { registryKeyPaths } from '../../../src/core/registry/collections.ts';
import { trackingKeyPaths } from '../../../src/core/tracking/collections.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';
import { describeRegistryInvariants } from './invariants.suite.ts';

describe('invariants in memory', () => {
  describeRegistryInvariants(async () => createMemoryDatabase({ ...trackingKeyPaths, ...registryKeyPaths }));
});
