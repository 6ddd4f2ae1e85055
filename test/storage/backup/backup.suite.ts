import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../../src/core/database.ts';
import { digestOf } from '../../../src/core/digest.ts';
import {
  copyDatabase,
  type DatabaseCopy,
  replaceDatabase,
  type WholeDatabase,
} from '../../../src/storage/backup/database-copy.ts';
import { readBackup } from '../../../src/storage/backup/read-backup.ts';
import { encodeValue } from '../../../src/storage/backup/stored-value.ts';
import { writeBackup } from '../../../src/storage/backup/write-backup.ts';
import { type TestCollections, testKeyPaths } from '../database.suite.ts';
import { anyContent } from './any-record.ts';

/** The round trip through a file: run against every kind of database, each call of `open` giving an empty one. */
export function describeBackup(open: () => Promise<Database<TestCollections>>): void {
  const whole = async (): Promise<WholeDatabase<TestCollections>> => ({
    name: 'lab',
    version: 1,
    keyPaths: testKeyPaths,
    database: await open(),
  });

  describe('a backup', () => {
    it('gives every record back, byte by byte, and takes the place of what was there', async () => {
      await fc.assert(
        fc.asyncProperty(anyContent, anyContent, async (content, other) => {
          const [from, to] = [await whole(), await whole()];
          await fill(from, content);
          await fill(to, other);
          const before = await copyDatabase(from);
          const file = await writeBackup({
            appVersion: '1.2.3',
            savedAt: 5,
            texts: { 'streamflow-x': 'é' },
            databases: [() => copyDatabase(from)],
          });
          const { databases, ...start } = await readBackup(file);
          expect(start).toEqual({ appVersion: '1.2.3', savedAt: 5, texts: { 'streamflow-x': 'é' } });
          expect(digestOfCopy(databases[0]!)).toBe(digestOfCopy(before));
          await replaceDatabase(to, databases[0]!);
          expect(digestOfCopy(await copyDatabase(to))).toBe(digestOfCopy(before));
        }),
        { numRuns: 30 },
      );
    });

    it('changes nothing where one record cannot be stored', async () => {
      const to = await whole();
      await fill(to, { models: [{ name: 'churn', stage: 'Production' }], versions: [] });
      const before = digestOfCopy(await copyDatabase(to));
      const bad = { name: 'models', keyPath: 'name', records: [{ name: 'a' }, { stage: 'no name' }] };
      await expect(replaceDatabase(to, { name: 'lab', version: 1, collections: [bad] })).rejects.toThrow();
      expect(digestOfCopy(await copyDatabase(to))).toBe(before);
    });
  });
}

/** Of everything in a copy, bytes and order. */
export function digestOfCopy(copy: DatabaseCopy): string {
  return digestOf(...encodeValue(copy));
}

async function fill(
  { database }: WholeDatabase<TestCollections>,
  content: { readonly models: readonly object[]; readonly versions: readonly object[] },
): Promise<void> {
  await database.write(['models', 'versions'], async (tx) => {
    for (const record of content.models)
      await tx.put('models', structuredClone(record) as TestCollections['models']);
    for (const record of content.versions) {
      await tx.put('versions', structuredClone(record) as TestCollections['versions']);
    }
  });
}
