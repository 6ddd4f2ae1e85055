const QUOTE = 0x22;
const CANDIDATES = [',', ';', '\t', '|'] as const;

/** What separates the cells of a CSV file. */
export type Delimiter = (typeof CANDIDATES)[number];

/** The candidate that the header line holds most of, quoted parts left out; a comma where it holds none. */
export function detectDelimiter(header: Uint8Array): Delimiter {
  const counts = new Map<number, number>(CANDIDATES.map((delimiter) => [delimiter.charCodeAt(0), 0]));
  let isQuoted = false;
  for (const byte of header) {
    if (byte === QUOTE) isQuoted = !isQuoted;
    if (isQuoted) continue;
    if (byte === 0x0a || byte === 0x0d) break;
    const count = counts.get(byte);
    if (count !== undefined) counts.set(byte, count + 1);
  }
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return String.fromCharCode(best?.[0] ?? 0x2c) as Delimiter;
}

/** Bytes to skip at the beginning of a file that starts with the UTF-8 mark. */
export function bomLength(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}

/** Whether the file starts with a mark of UTF-16, as Excel's "Unicode text" does. */
export function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}
