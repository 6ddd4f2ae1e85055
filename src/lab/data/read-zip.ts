// fflate: small, dependency-free inflate that reads an archive as a stream, so that what comes out can be counted.
import { Unzip, type UnzipFile, UnzipInflate } from 'fflate';
import { LabError, quote, ValueError } from '../../core/errors.ts';
import { type ByteSource, bytesSource } from '../../core/table/byte-source.ts';
import { type TaskOptions, throwIfCancelled } from '../../core/task.ts';

/** Options of `readZip`. */
export interface ReadZipOptions extends TaskOptions {
  /** Names of the files to unpack; the others are passed over. */
  readonly isWanted: (name: string) => boolean;
  /** Most bytes that may come out, over all files; 512 MB when left out. Less of a small archive. */
  readonly maxBytes?: number;
}

const MAX_BYTES = 512_000_000;
/** An archive that unpacks to more than this much, and this many times its size, holds no tables: those pack by 10 to 50. */
const EXPECTED = { fixedBytes: 64_000_000, perPackedByte: 100 };
const MAX_FILES = 1000;

/**
 * The wanted files of a zip archive, unpacked into memory. A `ValueError` for an archive that is damaged, cut off,
 * holds a name that leads out of it ('../users.csv', '/users.csv'), or unpacks to more than `maxBytes`: bytes are
 * counted as they come out, whatever the archive says of itself.
 */
export async function readZip(archive: ByteSource, options: ReadZipOptions): Promise<ByteSource[]> {
  const { isWanted, onProgress, signal } = options;
  const expectedBytes = EXPECTED.fixedBytes + EXPECTED.perPackedByte * (archive.size ?? MAX_BYTES);
  const maxBytes = Math.min(options.maxBytes ?? MAX_BYTES, expectedBytes);
  const entries: Entry[] = [];
  let nBytes = 0;
  const unzip = new Unzip((file) => {
    requireInside(file.name, archive.name);
    if (file.name.endsWith('/') || !isWanted(file.name)) return;
    if (entries.length === MAX_FILES) throw tooLarge(archive.name, `more than ${MAX_FILES} files`);
    const entry: Entry = { name: file.name, size: file.originalSize ?? null, chunks: [], isComplete: false };
    entries.push(entry);
    unpack(file, (chunk, isLast) => {
      nBytes += chunk.length;
      if (nBytes > maxBytes) throw tooLarge(archive.name, `more than ${Math.round(maxBytes / 1e6)} MB`);
      entry.chunks.push(chunk);
      entry.isComplete = isLast;
    });
  });
  unzip.register(UnzipInflate);
  let done = 0;
  try {
    for await (const chunk of archive.bytes()) {
      throwIfCancelled(signal, `unpacking ${archive.name}`);
      for (const piece of piecesOf(chunk)) unzip.push(piece);
      done += chunk.length;
      onProgress?.({ done, total: archive.size, unit: 'bytes', label: archive.name });
    }
    unzip.push(new Uint8Array(0), true);
  } catch (error) {
    if (error instanceof LabError) throw error;
    throw damaged(archive.name, (error as Error).message);
  }
  return entries.map((entry) => bytesSource(entry.name, assemble(entry, archive.name)));
}

interface Entry {
  readonly name: string;
  readonly size: number | null;
  readonly chunks: Uint8Array[];
  isComplete: boolean;
}

/** A few bytes of an archive can hold a thousand times as many: small pieces keep what comes out at once small. */
const PIECE_BYTES = 65_536;

function* piecesOf(chunk: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < chunk.length; start += PIECE_BYTES) {
    yield chunk.subarray(start, start + PIECE_BYTES);
  }
}

function unpack(file: UnzipFile, take: (chunk: Uint8Array, isLast: boolean) => void): void {
  file.ondata = (error, chunk, isLast) => {
    if (error !== null) throw error;
    take(chunk, isLast);
  };
  file.start();
}

function assemble({ name, size, chunks, isComplete }: Entry, archive: string): Uint8Array {
  const length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  if (!isComplete || (size !== null && size !== length)) throw damaged(archive, `${quote(name)} is cut off`);
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

function requireInside(name: string, archive: string): void {
  const isOutside = /^([a-z]:|[/\\])/i.test(name) || name.split(/[/\\]/).includes('..');
  if (!isOutside) return;
  throw new ValueError(
    `${archive} holds ${quote(name)}, which leads out of the archive`,
    'do not trust this archive; ask for the files themselves',
  );
}

function tooLarge(archive: string, what: string): ValueError {
  return new ValueError(
    `${archive} unpacks to ${what}`,
    'unpack it yourself and choose the files of one month',
  );
}

function damaged(archive: string, what: string): ValueError {
  return new ValueError(
    `${archive} cannot be unpacked: ${what}`,
    'make the archive again as a plain zip without a password, or choose the files themselves',
  );
}
