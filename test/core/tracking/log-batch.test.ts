import { describe } from 'vitest';
import { trackingKeyPaths } from '../../../src/core/tracking/collections.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';
import { describeLogBatch } from './log-batch.suite.ts';

describe('log batch in memory', () => {
  describeLogBatch(async () => createMemoryDatabase(trackingKeyPaths));
});
