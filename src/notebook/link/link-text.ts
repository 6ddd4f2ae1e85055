/** Characters of base64url, the alphabet of a link's text. */
export const BASE64URL = /^[A-Za-z0-9_-]*$/;

/** Bytes as base64url without padding: safe in an address. */
export function toBase64Url(bytes: Uint8Array): string {
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The bytes of a base64url text; null where it is none. */
export function fromBase64Url(text: string): Uint8Array | null {
  if (!BASE64URL.test(text) || text.length % 4 === 1) return null;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  // The last character may hold bits that no byte uses: only one spelling of the same bytes is accepted.
  return toBase64Url(bytes) === text ? bytes : null;
}
