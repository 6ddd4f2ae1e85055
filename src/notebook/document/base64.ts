/** Bytes as base64. In pieces: a call takes no million arguments. */
export function toBase64(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer);
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += 8192) {
    pieces.push(String.fromCharCode(...bytes.subarray(start, start + 8192)));
  }
  return btoa(pieces.join(''));
}

/** The bytes of a base64 text; null where it is none. */
export function fromBase64(text: string): ArrayBuffer | null {
  try {
    const binary = atob(text);
    return Uint8Array.from(binary, (character) => character.charCodeAt(0)).buffer;
  } catch {
    return null;
  }
}
