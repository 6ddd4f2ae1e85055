import { openIndexedDb } from '../../src/storage/indexeddb-database.ts';
import { addCollections } from '../../src/storage/upgrades.ts';
import { describeBackup } from '../storage/backup/backup.suite.ts';
import { type TestCollections, testKeyPaths } from '../storage/database.suite.ts';

describeBackup(() =>
  openIndexedDb<TestCollections>({
    name: `test-${crypto.randomUUID()}`,
    keyPaths: testKeyPaths,
    upgrades: [addCollections(testKeyPaths)],
  }),
);
