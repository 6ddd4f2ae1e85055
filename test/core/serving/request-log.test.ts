import { type ServingCollections, servingKeyPaths } from '../../../src/core/serving/serving-collections.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';
import { describeRequestLog } from './request-log.suite.ts';

describeRequestLog(async () => createMemoryDatabase<ServingCollections>(servingKeyPaths));
