import { describe } from 'vitest';
import { registryKeyPaths } from '../../../src/core/registry/collections.ts';
import { trackingKeyPaths } from '../../../src/core/tracking/collections.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';
import { describeLoadModel } from './load-model.suite.ts';

describe('load model in memory', () => {
  describeLoadModel(async () => createMemoryDatabase({ ...trackingKeyPaths, ...registryKeyPaths }));
});
