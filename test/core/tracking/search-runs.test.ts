import { describe } from 'vitest';
import { trackingKeyPaths } from '../../../src/core/tracking/collections.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';
import { describeSearchRuns } from './search-runs.suite.ts';

describe('search runs in memory', () => {
  describeSearchRuns(async () => createMemoryDatabase(trackingKeyPaths));
});
