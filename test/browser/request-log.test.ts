import { type ServingCollections, servingKeyPaths } from '../../src/core/serving/serving-collections.ts';
import { openIndexedDb } from '../../src/storage/indexeddb-database.ts';
import { addCollections } from '../../src/storage/upgrades.ts';
import { describeRequestLog } from '../core/serving/request-log.suite.ts';

describeRequestLog(() =>
  openIndexedDb<ServingCollections>({
    name: `test-${crypto.randomUUID()}`,
    keyPaths: servingKeyPaths,
    upgrades: [addCollections(servingKeyPaths)],
  }),
);
