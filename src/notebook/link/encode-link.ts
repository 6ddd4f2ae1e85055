// fflate: deflate in a few kB that is synchronous and gives the same bytes in every engine, unlike CompressionStream.
import { deflateSync } from 'fflate';
import * as v from 'valibot';
import { canonicalJson } from '../../core/digest.ts';
import { quote, ValueError } from '../../core/errors.ts';
import { type LessonLink, lessonLinkSchema } from './lesson-link.ts';
import { checksumOf, LINK_VERSION, LONG_LINK_CHARS, MAX_LINK_CHARS } from './link-format.ts';
import { toBase64Url } from './link-text.ts';

/** A link's text, and whether an address can carry it. */
export interface EncodedLink {
  /** `VERSION.CHECKSUM.PAYLOAD`, safe in the hash of an address and in a file. */
  readonly text: string;
  /** 'long' from 8,000 characters: some programs cut it. 'file' above 30,000: share it as a file. */
  readonly size: 'short' | 'long' | 'file';
}

/** Writes a link: JSON, deflated, base64url. Equal links give equal texts. A `ValueError` where a field is not acceptable. */
export function encodeLink(link: LessonLink): EncodedLink {
  const { success, output, issues } = v.safeParse(lessonLinkSchema, link);
  if (!success) {
    const [issue] = issues;
    throw new ValueError(
      `the link's ${v.getDotPath(issue) ?? 'value'} is ${quote(issue.input)}`,
      `a link cannot carry that: ${issue.message}`,
    );
  }
  const payload = toBase64Url(deflateSync(new TextEncoder().encode(canonicalJson(output)), { level: 9 }));
  const text = `${LINK_VERSION}.${checksumOf(payload)}.${payload}`;
  const size = text.length > MAX_LINK_CHARS ? 'file' : text.length > LONG_LINK_CHARS ? 'long' : 'short';
  return { text, size };
}
