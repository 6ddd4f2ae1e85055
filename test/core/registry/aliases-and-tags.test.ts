import { describe } from 'vitest';
import { registryKeyPaths } from '../../../src/core/registry/collections.ts';
import { trackingKeyPaths } from '../../../src/core/tracking/collections.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';
import { describeAliasesAndTags } from './aliases-and-tags.suite.ts';

describe('aliases and tags in memory', () => {
  describeAliasesAndTags(async () => createMemoryDatabase({ ...trackingKeyPaths, ...registryKeyPaths }));
});
