import * as v from 'valibot';
import { quote } from '../../core/errors.ts';
import { recordKey } from '../record-key.ts';
import { BackupError } from './backup-error.ts';
import {
  BACKUP_VERSION,
  type BackupStart,
  backupEndSchema,
  backupStartSchema,
  type DatabaseStart,
  databaseStartSchema,
  MAGIC,
} from './backup-format.ts';
import type { CollectionCopy, DatabaseCopy } from './database-copy.ts';
import { createFrameReader, type FrameReader } from './frame-reader.ts';
import { decodeValue, UndecodableValueError } from './stored-value.ts';

/** What a backup holds, read to its end and found whole. */
export interface Backup extends Omit<BackupStart, 'kind' | 'version'> {
  readonly databases: readonly DatabaseCopy[];
}

/** Most that a file may unpack to: this much, and this many times its size. Tables pack by 10, sparse ones by 50. */
const MOST_BYTES = { fixed: 64_000_000, perPackedByte: 200 };

const headSchema = v.variant('kind', [databaseStartSchema, backupEndSchema]);

/**
 * Reads a backup, believing nothing of it: bytes are counted while they are unpacked, the digest is compared, and every
 * frame must be what its place asks for. A `BackupError` says what is wrong. What the records themselves may be is their
 * database's business (see `checkRecords`).
 */
export async function readBackup(file: Blob): Promise<Backup> {
  await checkMagic(file);
  const packed = file.slice(MAGIC.length).stream() as ReadableStream<Uint8Array<ArrayBuffer>>;
  const mostBytes = MOST_BYTES.fixed + MOST_BYTES.perPackedByte * file.size;
  const frames = createFrameReader(packed.pipeThrough(new DecompressionStream('gzip')), mostBytes);
  try {
    return await readContent(frames);
  } catch (error) {
    // A changed byte may make nonsense of any frame: that is damage, not malice.
    const isOdd = error instanceof BackupError && error.problem === 'not-acceptable';
    if (isOdd && !(await frames.restIsWhole('any'))) throw damaged();
    throw error;
  }
}

async function checkMagic(file: Blob): Promise<void> {
  const magic = await file.slice(0, MAGIC.length).text();
  if (magic === MAGIC) return;
  const [, version] = /^SFBACK(\d)\n$/.exec(magic) ?? [];
  if (Number(version) > BACKUP_VERSION) throw newer();
  throw new BackupError('no-backup', 'this file is no backup of the lab');
}

async function readContent(frames: FrameReader): Promise<Backup> {
  const start = await readStart(frames);
  const databases: DatabaseCopy[] = [];
  for (;;) {
    const head = checked(headSchema, await nextValue(frames));
    if (head.kind === 'end') {
      const isSame = head.sha256 === frames.digestBefore();
      if (!isSame || !(await frames.restIsWhole('nothing'))) throw damaged();
      return { ...start, databases };
    }
    if (databases.some(({ name }) => name === head.name)) {
      throw new BackupError('not-acceptable', `the backup has database ${quote(head.name)} twice`);
    }
    databases.push(await readDatabase(head, frames));
  }
}

async function readStart(frames: FrameReader): Promise<Omit<Backup, 'databases'>> {
  const value = await nextValue(frames);
  const { version } = (value ?? {}) as { readonly version?: unknown };
  if (typeof version === 'number' && version > BACKUP_VERSION) throw newer();
  const { appVersion, savedAt, texts } = checked(backupStartSchema, value);
  return { appVersion, savedAt, texts };
}

async function readDatabase(head: DatabaseStart, frames: FrameReader): Promise<DatabaseCopy> {
  const collections: CollectionCopy[] = [];
  for (const { name, keyPath, nRecords } of head.collections) {
    const records: object[] = [];
    for (let i = 0; i < nRecords; i++) records.push(await nextValue(frames).then(toRecord));
    collections.push({ name, keyPath, records: withOwnKeys(records, { name, keyPath }) });
  }
  return { name: head.name, version: head.version, collections };
}

async function nextValue(frames: FrameReader): Promise<unknown> {
  const bytes = await frames.next();
  try {
    return decodeValue(bytes);
  } catch (error) {
    if (error instanceof UndecodableValueError || error instanceof RangeError) throw damaged();
    throw error;
  }
}

function toRecord(value: unknown): object {
  if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype)
    return value;
  throw new BackupError('not-acceptable', `the backup has ${quote(value)} where a record must be`);
}

function withOwnKeys(
  records: readonly object[],
  { name, keyPath }: Pick<CollectionCopy, 'name' | 'keyPath'>,
): readonly object[] {
  const keys = new Set<string>();
  for (const record of records) {
    const key = JSON.stringify(keyOf(record, keyPath));
    if (keys.has(key))
      throw new BackupError('not-acceptable', `collection ${quote(name)} has the key ${key} twice`);
    keys.add(key);
  }
  return records;
}

function keyOf(record: object, keyPath: CollectionCopy['keyPath']): unknown {
  try {
    return recordKey(record, keyPath);
  } catch (error) {
    throw new BackupError('not-acceptable', error instanceof Error ? error.message : String(error));
  }
}

function checked<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> {
  const { success, output, issues } = v.safeParse(schema, value);
  if (success) return output;
  throw new BackupError(
    'not-acceptable',
    `the backup is not made as the lab makes them: ${issues[0].message}`,
  );
}

function damaged(): BackupError {
  return new BackupError('damaged', 'the backup is damaged: a part of it is missing or changed');
}

function newer(): BackupError {
  return new BackupError('newer-version', 'this backup was saved by a newer version of the lab');
}
