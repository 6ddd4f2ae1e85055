/** A file to read from: where it lives (disk, drop, archive) is the caller's affair. */
export interface ByteSource {
  /** The file's name, with folders where it came in one: 'month_000/users.csv'. */
  readonly name: string;
  /** Bytes in all; null while unknown. */
  readonly size: number | null;
  /** The bytes in order, in chunks of any size. Each call starts from the beginning. */
  bytes(): AsyncIterable<Uint8Array>;
}

/** A source over bytes already in memory. */
export function bytesSource(name: string, bytes: Uint8Array): ByteSource {
  return {
    name,
    size: bytes.length,
    async *bytes() {
      yield bytes;
    },
  };
}

/** All bytes of `source` in one buffer; for formats that are read from their end. */
export async function readAllBytes(source: ByteSource): Promise<ArrayBuffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source.bytes()) {
    chunks.push(chunk);
    length += chunk.length;
  }
  const all = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    all.set(chunk, offset);
    offset += chunk.length;
  }
  return all.buffer;
}
