import { startDigest } from '../../core/digest.ts';
import { BackupError } from './backup-error.ts';
import { addInSlices, createBreather } from './breather.ts';

/** Takes a stream apart into the frames that `writeBackup` made, one at a time. */
export interface FrameReader {
  /** The next frame's bytes. A `BackupError` where the stream ends first or is damaged. */
  next(): Promise<Uint8Array>;
  /** SHA-256 hex of all frames before the last one that `next` gave. Can be asked once. */
  digestBefore(): string;
  /** Reads on to the end: whether the rest, `nothing` of it or any, comes without an error. */
  restIsWhole(rest: 'nothing' | 'any'): Promise<boolean>;
}

/** Reads frames of `stream`, `mostBytes` in all. */
export function createFrameReader(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  mostBytes: number,
): FrameReader {
  const reader = stream.getReader();
  const digest = startDigest();
  const breathe = createBreather();
  let chunks: Uint8Array[] = [];
  let nAtHand = 0;
  let nRead = 0;
  let last: readonly Uint8Array[] = [];

  /** Whether there was more. */
  const fetchMore = async (): Promise<boolean> => {
    const { value, done } = await reader.read().catch(() => {
      throw new BackupError('damaged', 'the backup is damaged: it cannot be unpacked');
    });
    if (done) return false;
    chunks.push(value);
    nAtHand += value.length;
    nRead += value.length;
    if (nRead <= mostBytes) return true;
    void reader.cancel();
    throw new BackupError('too-large', `the backup unpacks to more than ${mostBytes} bytes`);
  };

  const take = async (nBytes: number): Promise<Uint8Array> => {
    while (nAtHand < nBytes) {
      if (!(await fetchMore())) throw new BackupError('damaged', 'the backup is cut short');
    }
    const all = joined(chunks, nAtHand);
    chunks = [all.subarray(nBytes)];
    nAtHand -= nBytes;
    return all.subarray(0, nBytes);
  };

  return {
    async next() {
      for (const part of last) await addInSlices(digest, part, breathe);
      const head = await take(4);
      const nBytes = new DataView(head.buffer, head.byteOffset).getUint32(0, true);
      const bytes = await take(nBytes);
      last = [head, bytes];
      return bytes;
    },
    digestBefore: () => digest.end(),
    async restIsWhole(rest) {
      try {
        const isAtEnd = nAtHand === 0 && !(await fetchMore());
        if (!isAtEnd && rest === 'nothing') return false;
        do {
          chunks = [];
          nAtHand = 0;
        } while (await fetchMore());
        return true;
      } catch {
        return false;
      }
    },
  };
}

function joined(chunks: readonly Uint8Array[], nBytes: number): Uint8Array {
  if (chunks.length === 1) return chunks[0]!;
  const bytes = new Uint8Array(nBytes);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
