import { describe } from 'vitest';
import { registryKeyPaths } from '../../../src/core/registry/collections.ts';
import { trackingKeyPaths } from '../../../src/core/tracking/collections.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';
import { describeSearchModels } from './search-models.suite.ts';

describe('search models in memory', () => {
  describeSearchModels(async () => createMemoryDatabase({ ...trackingKeyPaths, ...registryKeyPaths }));
});
