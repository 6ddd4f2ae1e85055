import { describe } from 'vitest';
import { type RegistryCollections, registryKeyPaths } from '../../src/core/registry/collections.ts';
import { type TrackingCollections, trackingKeyPaths } from '../../src/core/tracking/collections.ts';
import { openIndexedDb } from '../../src/storage/indexeddb-database.ts';
import { addCollections } from '../../src/storage/upgrades.ts';
import { describeAliasesAndTags } from '../core/registry/aliases-and-tags.suite.ts';
import { describeRegistryFailures } from '../core/registry/failures.suite.ts';
import { describeRegistryInvariants } from '../core/registry/invariants.suite.ts';
import { describeLoadModel } from '../core/registry/load-model.suite.ts';
import { describeModelVersions } from '../core/registry/model-versions.suite.ts';
import { describeRegisteredModels } from '../core/registry/registered-models.suite.ts';
import { describeSearchModels } from '../core/registry/search-models.suite.ts';
import { describeTransition } from '../core/registry/transition.suite.ts';
import { describeArtifacts } from '../core/tracking/artifacts.suite.ts';
import { describeExperiments } from '../core/tracking/experiments.suite.ts';
import { describeTrackingFailures } from '../core/tracking/failures.suite.ts';
import { describeLogBatch } from '../core/tracking/log-batch.suite.ts';
import { describeRuns } from '../core/tracking/runs.suite.ts';
import { describeSearchRuns } from '../core/tracking/search-runs.suite.ts';
import { describeTracking } from '../core/tracking/tracking.suite.ts';

const keyPaths = { ...trackingKeyPaths, ...registryKeyPaths };

function createDatabase() {
  return openIndexedDb<TrackingCollections & RegistryCollections>({
    name: `test-${crypto.randomUUID()}`,
    keyPaths,
    upgrades: [addCollections(keyPaths)],
  });
}

describe('tracking in IndexedDB', () => {
  describe('experiments', () => describeExperiments(createDatabase));
  describe('runs', () => describeRuns(createDatabase));
  describe('logging', () => describeLogBatch(createDatabase));
  describe('artifacts', () => describeArtifacts(createDatabase));
  describe('searching', () => describeSearchRuns(createDatabase));
  describe('the fluent API', () => describeTracking(createDatabase));
  describe('a failed call', () => describeTrackingFailures(createDatabase));
});

describe('the registry in IndexedDB', () => {
  describe('registered models', () => describeRegisteredModels(createDatabase));
  describe('model versions', () => describeModelVersions(createDatabase));
  describe('stages', () => describeTransition(createDatabase));
  describe('aliases and tags', () => describeAliasesAndTags(createDatabase));
  describe('searching', () => describeSearchModels(createDatabase));
  describe('loading', () => describeLoadModel(createDatabase));
  describe('a failed call', () => describeRegistryFailures(createDatabase));
  describe('invariants', () => describeRegistryInvariants(createDatabase));
});
