import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { digestOf } from '../../../src/core/digest.ts';
import { type DatabaseCopy, replaceDatabase } from '../../../src/storage/backup/database-copy.ts';
import type { DatabaseHome } from '../../../src/storage/backup/database-home.ts';
import type { AnyDatabaseKind } from '../../../src/storage/backup/database-kind.ts';
import { labKind } from '../../../src/storage/backup/lab-kind.ts';
import { createMemoryHome } from '../../../src/storage/backup/memory-home.ts';
import { readBackup } from '../../../src/storage/backup/read-backup.ts';
import { checkCopy, restoreCopies, settleRestore } from '../../../src/storage/backup/restore-backup.ts';
import { createMemoryJournal } from '../../../src/storage/backup/restore-journal.ts';
import { encodeValue } from '../../../src/storage/backup/stored-value.ts';
import { anyStoredValue } from './any-record.ts';
import { digestOfCopy } from './backup.suite.ts';
import { createMemoryTexts } from './memory-texts.ts';

const kinds: readonly AnyDatabaseKind[] = [labKind];

describe('restoring', () => {
  let lab: DatabaseCopy;
  let home: DatabaseHome;
  const journal = createMemoryJournal();
  const texts = createMemoryTexts();
  beforeAll(async () => {
    const file = new Blob([readFileSync('test/storage/fixtures/lab-1.sfbackup')]);
    lab = (await readBackup(file)).databases[0]!;
    home = createMemoryHome();
  });

  const stateOf = async (): Promise<string> => {
    const copies = await Promise.all((await home.names()).map((name) => home.copy(name)));
    return digestOf(...encodeValue(copies));
  };

  it('puts each chosen database in place of the one of its name', async () => {
    const other = { ...lab, name: 'streamflow-lesson-1' };
    await restoreCopies({ copies: [lab, other], home, kinds, journal, texts, newTexts: null });
    expect(await home.names()).toEqual(['streamflow-lab', 'streamflow-lesson-1']);
    expect(digestOfCopy(await home.copy('streamflow-lab'))).toBe(digestOfCopy(lab));
    await restoreCopies({ copies: [without(lab, 'runs')], home, kinds, journal, texts, newTexts: null });
    expect(
      (await home.copy('streamflow-lab')).collections.find(({ name }) => name === 'runs')?.records,
    ).toEqual([]);
    expect(digestOfCopy(await home.copy('streamflow-lesson-1'))).toBe(digestOfCopy(other));
  });

  it('puts back what it had replaced where a later database fails', async () => {
    const second = { ...lab, name: 'streamflow-lesson-1' };
    // The failing database is left as its own transaction left it; here that one had gone well.
    await restoreCopies({ copies: [second], home, kinds, journal, texts, newTexts: null });
    const before = await stateOf();
    let nFailures = 0;
    const failing: DatabaseHome = {
      ...home,
      use: (name, kind, work) =>
        home.use(name, kind, async (whole) => {
          const result = await work(whole);
          if (name === 'streamflow-lesson-1' && nFailures++ === 0) throw new Error('the disk is full');
          return result;
        }),
    };
    await expect(
      restoreCopies({ copies: [lab, second], home: failing, kinds, journal, texts, newTexts: null }),
    ).rejects.toThrow('the disk is full');
    expect(await stateOf()).toBe(before);
  });

  it('lets no record in that the lab would not have stored, whatever member was changed', async () => {
    const filled = lab.collections.filter(({ records }) => records.length > 0);
    const anyChange = fc.record({
      collection: fc.constantFrom(...filled),
      at: fc.nat(),
      member: fc.nat(),
      value: anyStoredValue,
    });
    let nRefused = 0;
    await fc.assert(
      fc.asyncProperty(anyChange, async ({ collection, at, member, value }) => {
        const record = collection.records[at % collection.records.length]!;
        const name = Object.keys(record)[member % Object.keys(record).length]!;
        const changed = { ...lab, collections: [{ ...collection, records: [{ ...record, [name]: value }] }] };
        try {
          await checkCopy(changed, kinds);
        } catch (error) {
          expect(error).toMatchObject({ name: 'BackupError', problem: 'not-acceptable' });
          nRefused++;
        }
      }),
      { numRuns: 1000 },
    );
    expect(nRefused).toBeGreaterThan(500);
  });

  it('knows a database by its collections: a strange one, a strange key and none are refused', async () => {
    const strange = { name: 'passwords', keyPath: 'id', records: [] };
    for (const collections of [[strange], [{ name: 'runs', keyPath: 'runName', records: [] }], []]) {
      await expect(checkCopy({ ...lab, collections }, kinds)).rejects.toThrow('is no database of the lab');
    }
  });

  it('refuses a table whose bytes are none', async () => {
    const payload = { name: 'snapshotPayloads', keyPath: ['table', 'asOf', 'revision'] };
    const records = [{ table: 'usage', asOf: 0, revision: 0, packed: new ArrayBuffer(64) }];
    await expect(checkCopy({ ...lab, collections: [{ ...payload, records }] }, kinds)).rejects.toThrow(
      "a record of 'snapshotPayloads' is not as the lab stores it, at 'packed': is no packed table",
    );
  });

  it('is taken back when the lab is opened again, where the page ended in the middle', async () => {
    const before = await stateOf();
    const changed = [without(lab, 'metrics'), { ...without(lab, 'metrics'), name: 'streamflow-lesson-1' }];
    await new Promise<void>((cutOff) => {
      const use: DatabaseHome['use'] = (name, kind, work) => {
        if (name !== 'streamflow-lesson-1') return home.use(name, kind, work);
        cutOff();
        return new Promise(() => undefined);
      };
      void restoreCopies({ copies: changed, home: { ...home, use }, kinds, journal, texts, newTexts: null });
    });
    expect(await stateOf()).not.toBe(before);
    await settleRestore({ home, kinds, journal, texts }, 0);
    expect(await stateOf()).toBe(before);
    expect(await home.names()).toEqual(['streamflow-lab', 'streamflow-lesson-1']);
    await settleRestore({ home, kinds, journal, texts }, 0);
    expect(await stateOf()).toBe(before);
  });

  it('replaces in one transaction', async () => {
    const before = await stateOf();
    const bad = { ...lab, collections: [{ ...lab.collections[0]!, records: [{ noKey: true }] }] };
    await expect(
      home.use('streamflow-lab', labKind, (whole) => replaceDatabase(whole, bad)),
    ).rejects.toThrow();
    expect(await stateOf()).toBe(before);
  });
});

function without(copy: DatabaseCopy, name: string): DatabaseCopy {
  return { ...copy, collections: copy.collections.filter((collection) => collection.name !== name) };
}
