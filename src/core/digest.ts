// @noble/hashes: audited, typed, synchronous, no dependency, same bytes in every engine (WebCrypto is async and
// missing on plain-http pages).
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

const encoder = new TextEncoder();

/** SHA-256 of the parts laid end to end, as 64 lower-case hex digits. Strings count as UTF-8. */
export function digestOf(...parts: readonly (string | ArrayBufferView)[]): string {
  const hash = sha256.create();
  for (const part of parts) hash.update(typeof part === 'string' ? encoder.encode(part) : bytesOf(part));
  return bytesToHex(hash.digest());
}

/** A SHA-256 of bytes that come piece by piece. */
export interface RunningDigest {
  add(bytes: Uint8Array): void;
  /** As `digestOf` gives it; nothing can be added afterwards. */
  end(): string;
}

export function startDigest(): RunningDigest {
  const hash = sha256.create();
  return { add: (bytes) => void hash.update(bytes), end: () => bytesToHex(hash.digest()) };
}

/**
 * SHA-256 of a plain value: JSON values, Maps, and typed arrays (by type and bytes). The order in which an
 * object's keys were set does not matter; NaN, infinities and −0 are told apart.
 */
export function digestOfValue(value: unknown): string {
  return digestOf(canonicalJson(value));
}

/** JSON with object keys sorted, so that equal values have equal text. `undefined` members are left out. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) => canonicalMember(member));
}

function canonicalMember(member: unknown): unknown {
  if (typeof member === 'number' && (!Number.isFinite(member) || Object.is(member, -0))) {
    return { $number: Object.is(member, -0) ? '-0' : String(member) };
  }
  if (typeof member !== 'object' || member === null || Array.isArray(member)) return member;
  if (ArrayBuffer.isView(member)) return { $array: member.constructor.name, sha256: digestOf(member) };
  if (member instanceof Map) return { $map: [...member] };
  const sorted = Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted);
}

function bytesOf(view: ArrayBufferView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}
