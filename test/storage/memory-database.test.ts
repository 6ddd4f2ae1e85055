import { createMemoryDatabase } from '../../src/storage/memory-database.ts';
import { describeDatabase, type TestCollections, testKeyPaths } from './database.suite.ts';

describeDatabase(async () => createMemoryDatabase<TestCollections>(testKeyPaths));
