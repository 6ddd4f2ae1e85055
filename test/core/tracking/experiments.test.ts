import { describe } from 'vitest';
import { trackingKeyPaths } from '../../../src/core/tracking/collections.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';
import { describeExperiments } from './experiments.suite.ts';

describe('experiments in memory', () => {
  describeExperiments(async () => createMemoryDatabase(trackingKeyPaths));
});
