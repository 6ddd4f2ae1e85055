import { describe } from 'vitest';
import { registryKeyPaths } from '../../../src/core/registry/collections.ts';
import { trackingKeyPaths } from '../../../src/core/tracking/collections.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';
import { describeRegisteredModels } from './registered-models.suite.ts';

describe('registered models in memory', () => {
  describeRegisteredModels(async () => createMemoryDatabase({ ...trackingKeyPaths, ...registryKeyPaths }));
});
