import { digestOf } from '../../core/digest.ts';

/** Version of the links that this lab writes, the first part of a link's text. */
export const LINK_VERSION = 1;

/** Characters of the checksum, the second part. */
export const CHECKSUM_CHARS = 12;

/** Length from which a link is long for chat and mail programs, and from which it must be a file instead. */
export const LONG_LINK_CHARS = 8_000;
export const MAX_LINK_CHARS = 30_000;

/** The checksum of a link's third part: a copy that lost or changed a character is told from a good one. */
export function checksumOf(payload: string): string {
  return digestOf(`${LINK_VERSION}.${payload}`).slice(0, CHECKSUM_CHARS);
}
