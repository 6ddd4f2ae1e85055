import * as v from 'valibot';
import { inflateAtMost } from '../packing/inflate-at-most.ts';
import { type LessonLink, lessonLinkSchema } from './lesson-link.ts';
import { CHECKSUM_CHARS, checksumOf, LINK_VERSION } from './link-format.ts';
import { BASE64URL, fromBase64Url } from './link-text.ts';

/**
 * Why a link cannot be opened:
 * - 'no-link': the text does not have a link's form;
 * - 'damaged': a part is missing or changed, as happens when a program cuts an address;
 * - 'newer-version': a newer lab wrote it;
 * - 'too-large': it unpacks to more than a lesson can be;
 * - 'not-acceptable': it is whole, but says something that a link cannot say, at `path`.
 */
export interface LinkProblem {
  readonly code: 'no-link' | 'damaged' | 'newer-version' | 'too-large' | 'not-acceptable';
  readonly path: string | null;
}

/** A link that was read, or why it was not. */
export type DecodedLink =
  | { readonly link: LessonLink; readonly problem: null }
  | { readonly link: null; readonly problem: LinkProblem };

/** Most characters of a link's text, as a file too, and bytes that it may unpack to. */
const MAX_TEXT_CHARS = 400_000;
const MAX_UNPACKED_BYTES = 1_000_000;

/**
 * Reads a link's text, believing nothing of it: bytes are counted while they are unpacked, and every member is
 * checked. Never throws, runs nothing, and gives plain data.
 */
export function decodeLink(text: string): DecodedLink {
  if (text.length > MAX_TEXT_CHARS) return refused('too-large');
  const [version, checksum, payload, ...rest] = text.trim().split('.');
  if (!/^[1-9]\d{0,5}$/.test(version ?? '') || rest.length > 0) return refused('no-link');
  if (Number(version) > LINK_VERSION) return refused('newer-version');
  if (checksum?.length !== CHECKSUM_CHARS || payload === undefined || !BASE64URL.test(payload)) {
    return refused('damaged');
  }
  if (checksumOf(payload) !== checksum) return refused('damaged');
  const packed = fromBase64Url(payload);
  if (packed === null) return refused('damaged');
  const unpacked = inflateAtMost(packed, MAX_UNPACKED_BYTES);
  if (typeof unpacked === 'string') return refused(unpacked);
  return validate(unpacked);
}

function refused(code: LinkProblem['code'], path: string | null = null): DecodedLink {
  return { link: null, problem: { code, path } };
}

function validate(bytes: Uint8Array): DecodedLink {
  const value = parseJson(bytes);
  if (value === undefined) return refused('damaged');
  const { success, output, issues } = v.safeParse(lessonLinkSchema, value);
  return success ? { link: output, problem: null } : refused('not-acceptable', v.getDotPath(issues[0]));
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
