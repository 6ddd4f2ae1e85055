import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type LabCollections, labKeyPaths } from '../../../src/core/engine/collections.ts';
import { bytesSource } from '../../../src/core/table/byte-source.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';
import { describeImportMonth } from './import-month.suite.ts';
import { createWorld, TABLE_NAMES } from './world.ts';

const createDatabase = async () => createMemoryDatabase<LabCollections>(labKeyPaths);

describeImportMonth(createDatabase);

const months = new URL('../../../../shared/course-data/', import.meta.url);
const isHere = existsSync(months);
if (!isHere) console.log('skipped: course months, as ../shared/course-data is not there');

describe.skipIf(!isHere)('the two months of the course', () => {
  it('are stored with 7,043 customers each', async () => {
    const { store } = await createWorld(createDatabase);
    for (const [folder, asOf] of [
      ['month_000', '2024-01-31'],
      ['month_001', '2024-02-29'],
    ] as const) {
      const files = readdirSync(new URL(folder, months)).map((name) =>
        bytesSource(`${folder}/${name}`, readFileSync(new URL(`${folder}/${name}`, months))),
      );
      const { problems } = await store.importMonth(files, { asOf });
      expect(problems).toEqual([]);
    }
    const tables = await store.listTables();
    expect(tables.map(({ name, nRows, asOf }) => [name, nRows, ...asOf])).toEqual(
      TABLE_NAMES.map((name) => [name, 14_086, '2024-01-31', '2024-02-29']),
    );
    expect((await store.entityTable({ asOf: '2024-02-29' })).nRows).toBe(7043);
  });
});
