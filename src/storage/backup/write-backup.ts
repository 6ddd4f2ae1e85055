import { startDigest } from '../../core/digest.ts';
import { type BackupEnd, type BackupStart, type DatabaseStart, MAGIC } from './backup-format.ts';
import { addInSlices, createBreather } from './breather.ts';
import type { DatabaseCopy } from './database-copy.ts';
import { encodeValue } from './stored-value.ts';

/** What goes into a backup. Each database is read when its turn comes, so that only one is in memory at a time. */
export interface BackupContent extends Omit<BackupStart, 'kind' | 'version'> {
  readonly databases: readonly (() => Promise<DatabaseCopy>)[];
}

/** The backup as a file. Records are packed one after the other: on top of one database lies only what is packed. */
export async function writeBackup(content: BackupContent): Promise<Blob> {
  const packed = streamOf(framesOf(content)).pipeThrough(new CompressionStream('gzip'));
  const blob = await new Response(packed).blob();
  return new Blob([MAGIC, blob], { type: 'application/octet-stream' });
}

async function* framesOf({ databases, ...start }: BackupContent): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const digest = startDigest();
  const breathe = createBreather();
  for await (const value of valuesOf(start, databases)) {
    for (const part of frame(value)) {
      await addInSlices(digest, part, breathe);
      yield part;
    }
  }
  yield* frame({ kind: 'end', sha256: digest.end() } satisfies BackupEnd);
}

async function* valuesOf(
  start: Omit<BackupStart, 'kind' | 'version'>,
  databases: BackupContent['databases'],
): AsyncGenerator<unknown> {
  yield { kind: 'backup', version: 1, ...start } satisfies BackupStart;
  for (const read of databases) {
    const { name, version, collections } = await read();
    yield {
      kind: 'database',
      name,
      version,
      collections: collections.map(({ name, keyPath, records }) => ({
        name,
        keyPath: typeof keyPath === 'string' ? keyPath : [...keyPath],
        nRecords: records.length,
      })),
    } satisfies DatabaseStart;
    for (const { records } of collections) yield* records;
  }
}

function frame(value: unknown): Uint8Array<ArrayBuffer>[] {
  const parts = encodeValue(value) as Uint8Array<ArrayBuffer>[];
  const head = new Uint8Array(4);
  const nBytes = parts.reduce((sum, { length }) => sum + length, 0);
  new DataView(head.buffer).setUint32(0, nBytes, true);
  return [head, ...parts];
}

/** Pieces are made as they are taken, so that no queue of them builds up before the packing. */
function streamOf(parts: AsyncGenerator<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
}
