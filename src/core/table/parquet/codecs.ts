// fflate (gzip) and fzstd (Zstandard, decompression only) are small and plain JavaScript; hyparquet has
// Snappy built in.
import { gunzipSync, gzipSync } from 'fflate';
import { decompress as unzstd } from 'fzstd';
import type { Compressors } from 'hyparquet-writer/src/types.js';

/** How the pages of a Parquet file can be compressed on writing. */
export type ParquetCompression = 'snappy' | 'gzip' | 'none';

/** Decompressors that hyparquet does not bring along. */
export const decompressors = {
  GZIP: (bytes: Uint8Array, length: number) => gunzipSync(bytes, { out: new Uint8Array(length) }),
  ZSTD: (bytes: Uint8Array, length: number) => unzstd(bytes, new Uint8Array(length)),
};

/** Whether pages compressed so can be read; names as a Parquet file has them. */
export function isReadableCodec(codec: string): boolean {
  return codec === 'UNCOMPRESSED' || codec === 'SNAPPY' || Object.hasOwn(decompressors, codec);
}

/**
 * Compressors that hyparquet-writer does not bring along. The time stamp in gzip's header stays 0: equal
 * tables give equal files.
 */
export const compressors: Compressors = {
  GZIP: (bytes) => gzipSync(bytes, { level: 9, mtime: 0 }),
};

/** The codec's name in a Parquet file. */
export const codecNames = { snappy: 'SNAPPY', gzip: 'GZIP', none: 'UNCOMPRESSED' } as const;
