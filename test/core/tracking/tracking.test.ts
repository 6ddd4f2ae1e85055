import { describe } from 'vitest';
import { trackingKeyPaths } from '../../../src/core/tracking/collections.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';
import { describeTracking } from './tracking.suite.ts';

describe('tracking in memory', () => {
  describeTracking(async () => createMemoryDatabase(trackingKeyPaths));
});
