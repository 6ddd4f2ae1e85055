// Bytes as the text of an HTML element in a page whose encoding is windows-1252, where every byte is one character: 2 %
// more than the bytes alone, against 33 % of base64. '=' announces a byte that a parser would change or a tool might:
// NUL, line ends, '<', and '=' itself, each moved up by 64.

const ESCAPE = 0x3d;
const MOVED_BY = 64;
const ESCAPED = new Set([0x00, 0x0a, 0x0d, 0x3c, ESCAPE]);

/** The encoding that the page must be read in. */
export const PAGE_ENCODING = 'windows-1252';

/** The bytes as they are written into the page. */
export function bytesToPage(bytes: Uint8Array): Uint8Array {
  const written = new Uint8Array(bytes.length * 2);
  let end = 0;
  for (const byte of bytes) {
    if (ESCAPED.has(byte)) written[end++] = ESCAPE;
    written[end++] = ESCAPED.has(byte) ? byte + MOVED_BY : byte;
  }
  return written.subarray(0, end);
}

/** The bytes that `bytesToPage` wrote, from the text that the browser read. */
export function textToBytes(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  let end = 0;
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (code === ESCAPE) code = text.charCodeAt(++i) - MOVED_BY;
    bytes[end++] = code < 256 ? code : BYTE_OF[code]!;
  }
  return bytes.subarray(0, end);
}

/** The bytes from 0x80 to 0x9f are characters from all over Unicode in windows-1252. */
const BYTE_OF: Readonly<Record<number, number>> = Object.fromEntries(
  Array.from({ length: 32 }, (_, i) => {
    const byte = 0x80 + i;
    return [new TextDecoder(PAGE_ENCODING).decode(Uint8Array.of(byte)).charCodeAt(0), byte];
  }),
);
