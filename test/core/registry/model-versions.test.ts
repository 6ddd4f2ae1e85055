import { describe } from 'vitest';
import { registryKeyPaths } from '../../../src/core/registry/collections.ts';
import { trackingKeyPaths } from '../../../src/core/tracking/collections.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';
import { describeModelVersions } from './model-versions.suite.ts';

describe('model versions in memory', () => {
  describeModelVersions(async () => createMemoryDatabase({ ...trackingKeyPaths, ...registryKeyPaths }));
});
