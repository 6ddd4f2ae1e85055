import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf } from '../../../src/core/digest.ts';
import { MAGIC } from '../../../src/storage/backup/backup-format.ts';
import type { DatabaseCopy } from '../../../src/storage/backup/database-copy.ts';
import { type Backup, readBackup } from '../../../src/storage/backup/read-backup.ts';
import { encodeValue } from '../../../src/storage/backup/stored-value.ts';
import { writeBackup } from '../../../src/storage/backup/write-backup.ts';
import { createMemoryDatabase } from '../../../src/storage/memory-database.ts';
import { type TestCollections, testKeyPaths } from '../database.suite.ts';
import { describeBackup } from './backup.suite.ts';
import { joined } from './bytes.ts';

describeBackup(async () => createMemoryDatabase<TestCollections>(testKeyPaths));

const copy: DatabaseCopy = {
  name: 'lab',
  version: 1,
  collections: [
    {
      name: 'models',
      keyPath: 'name',
      records: [{ name: 'a', weights: Float64Array.of(1, 2) }, { name: 'b' }],
    },
    { name: 'versions', keyPath: ['name', 'version'], records: [{ name: 'a', version: 1 }] },
  ],
};

const content = { appVersion: '0.1.0', savedAt: 1000, texts: {}, databases: [async () => copy] };

describe('a file that is no whole backup', () => {
  it.each([
    ['an empty file', '', 'no-backup'],
    ['a text', 'user_id,watch_hours\n1,2\n', 'no-backup'],
    ['a zip', 'PK\x03\x04', 'no-backup'],
    ['a later form', 'SFBACK2\nwhatever', 'newer-version'],
    ['no more than its first line', MAGIC, 'damaged'],
    ['something else after its first line', `${MAGIC}hello`, 'damaged'],
  ])('is told apart: %s', async (_what, text, problem) => {
    await expect(readBackup(new Blob([text]))).rejects.toMatchObject({ name: 'BackupError', problem });
  });

  it('is found out wherever a byte was changed, lost, added or cut', async () => {
    const whole = new Uint8Array(await (await writeBackup(content)).arrayBuffer());
    const anyDamage = fc.record({
      at: fc.nat(whole.length - 1),
      kind: fc.constantFrom('change', 'lose', 'add', 'cut'),
      byte: fc.nat(255),
    });
    await fc.assert(
      fc.asyncProperty(anyDamage, async ({ at, kind, byte }) => {
        const [head, tail] = [whole.subarray(0, at), whole.subarray(at + 1)];
        const parts = {
          change: [head, Uint8Array.of(byte), tail],
          lose: [head, tail],
          add: [head, Uint8Array.of(byte), whole.subarray(at)],
          cut: [head],
        }[kind as 'change'];
        const damaged = joined(parts);
        const isSame = digestOf(damaged) === digestOf(whole);
        const read = await readBackup(new Blob([damaged])).catch((error: unknown) => error);
        // Gzip's head has bytes that say nothing of the content: with those changed the backup is still whole.
        if (isSame || !(read instanceof Error)) expect((read as Backup).databases).toEqual([copy]);
        else expect(read).toMatchObject({ name: 'BackupError' });
      }),
      { numRuns: 500 },
    );
  });

  it('is refused where it unpacks to far more than it holds', async () => {
    const zeros = new Uint8Array(200_000_000);
    // One frame as long as all the rest.
    new DataView(zeros.buffer).setUint32(0, zeros.length - 4, true);
    const packed = new Blob([zeros]).stream().pipeThrough(new CompressionStream('gzip'));
    const bomb = new Blob([MAGIC, await new Response(packed).blob()]);
    expect(bomb.size).toBeLessThan(400_000);
    await expect(readBackup(bomb)).rejects.toMatchObject({ problem: 'too-large' });
  });
});

describe('a file made by hand', () => {
  const start = { kind: 'backup', version: 1, appVersion: '0.1.0', savedAt: 1, texts: {} };
  const collection = { name: 'models', keyPath: 'name', nRecords: 1 };
  const database = { kind: 'database', name: 'lab', version: 1, collections: [collection] };

  it('is read where it is made as the lab makes them', async () => {
    const { databases } = await readBackup(await handMade([start, database, { name: 'a' }]));
    expect(databases[0]?.collections[0]?.records).toEqual([{ name: 'a' }]);
  });

  it.each<[string, readonly unknown[], string]>([
    ['a start of a later version', [{ ...start, version: 2 }], 'newer-version'],
    ['no start', [database], 'not-acceptable'],
    ['a member that no start has', [{ ...start, script: 'x' }], 'not-acceptable'],
    [
      'a negative number of records',
      [start, { ...database, collections: [{ ...collection, nRecords: -1 }] }],
      'not-acceptable',
    ],
    [
      'more records than there are',
      [start, { ...database, collections: [{ ...collection, nRecords: 1e9 }] }, { name: 'a' }],
      'damaged',
    ],
    ['a list for a record', [start, database, ['a']], 'not-acceptable'],
    ['a record without its key', [start, database, { stage: 'None' }], 'not-acceptable'],
    ['a key that is none', [start, database, { name: null }], 'not-acceptable'],
    [
      'the same key twice',
      [start, { ...database, collections: [{ ...collection, nRecords: 2 }] }, { name: 'a' }, { name: 'a' }],
      'not-acceptable',
    ],
    ['the same database twice', [start, database, { name: 'a' }, database, { name: 'a' }], 'not-acceptable'],
    ['a record where a database must begin', [start, { name: 'a' }], 'not-acceptable'],
  ])('is refused with %s', async (_what, values, problem) => {
    await expect(readBackup(await handMade(values))).rejects.toMatchObject({ name: 'BackupError', problem });
  });

  it('is refused where its digest is of something else', async () => {
    const file = await handMade([start, { kind: 'end', sha256: '0'.repeat(64) }]);
    await expect(readBackup(file)).rejects.toMatchObject({ problem: 'damaged' });
  });
});

/** A file of these values with the right end, where none of them is one. */
async function handMade(values: readonly unknown[]): Promise<Blob> {
  const framesOf = (value: unknown): Uint8Array => {
    const bytes = joined(encodeValue(value));
    const head = new Uint8Array(4);
    new DataView(head.buffer).setUint32(0, bytes.length, true);
    return joined([head, bytes]);
  };
  const frames = values.map(framesOf);
  const hasEnd = values.some((value) => (value as { kind?: string }).kind === 'end');
  if (!hasEnd) frames.push(framesOf({ kind: 'end', sha256: digestOf(...frames) }));
  const packed = new Blob([joined(frames)]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Blob([MAGIC, await new Response(packed).blob()]);
}
