import { describe } from 'vitest';
import { trackingKeyPaths } from '../../../src/core/tracking/collections.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';
import { describeArtifacts } from './artifacts.suite.ts';

describe('artifacts in memory', () => {
  describeArtifacts(async () => createMemoryDatabase(trackingKeyPaths));
});
