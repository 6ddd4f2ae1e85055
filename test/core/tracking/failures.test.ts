import { describe } from 'vitest';
import { trackingKeyPaths } from '../../../src/core/tracking/collections.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';
import { describeTrackingFailures } from './failures.suite.ts';

describe('failures in memory', () => {
  describeTrackingFailures(async () => createMemoryDatabase(trackingKeyPaths));
});
