import { describe } from 'vitest';
import { trackingKeyPaths } from '../../../src/core/tracking/collections.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';
import { describeRuns } from './runs.suite.ts';

describe('runs in memory', () => {
  describeRuns(async () => createMemoryDatabase(trackingKeyPaths));
});
