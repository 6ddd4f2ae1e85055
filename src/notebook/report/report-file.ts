import { digestOf } from '../../core/digest.ts';

/** How a `.sflab` file begins, before its version, its checksum and the deflated JSON of the report. */
export const MAGIC = 'SFLAB';

/** The line before the report: `SFLAB 1 ` and 64 hex digits, ended by a line feed. */
export const HEAD = /^SFLAB ([1-9]\d{0,5}) ([0-9a-f]{64})$/;

/** Bytes of the head at most, of a whole file, and of what it may unpack to. */
export const MAX_HEAD_BYTES = 80;
export const MAX_FILE_BYTES = 8_000_000;
export const MAX_UNPACKED_BYTES = 32_000_000;

/** How such a file's name ends. */
export const REPORT_EXTENSION = '.sflab';

/** What stands in the head: a file that lost or changed a byte is told from a good one. Not a signature. */
export function checksumOf(packed: Uint8Array, version: number): string {
  return digestOf(`${MAGIC} ${version}\n`, packed);
}
