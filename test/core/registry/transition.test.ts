import { describe } from 'vitest';
import { registryKeyPaths } from '../../../src/core/registry/collections.ts';
import { trackingKeyPaths } from '../../../src/core/tracking/collections.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';
import { describeTransition } from './transition.suite.ts';

describe('transition in memory', () => {
  describeTransition(async () => createMemoryDatabase({ ...trackingKeyPaths, ...registryKeyPaths }));
});
