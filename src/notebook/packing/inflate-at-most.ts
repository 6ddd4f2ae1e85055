// fflate: inflate in a few kB that is synchronous, and can be stopped after any piece.
import { Inflate } from 'fflate';

const PIECE_BYTES = 4096;

/**
 * Unpacks deflated bytes in small pieces, so that a few bytes that hold a thousand times as many are noticed before they
 * do harm. Never throws.
 */
export function inflateAtMost(packed: Uint8Array, maxBytes: number): Uint8Array | 'too-large' | 'damaged' {
  const chunks: Uint8Array[] = [];
  let nBytes = 0;
  let isComplete = false;
  const inflate = new Inflate((chunk, isLast) => {
    nBytes += chunk.length;
    chunks.push(chunk);
    isComplete = isLast;
  });
  try {
    for (let start = 0; start < packed.length; start += PIECE_BYTES) {
      const end = Math.min(start + PIECE_BYTES, packed.length);
      inflate.push(packed.subarray(start, end), end === packed.length);
      if (nBytes > maxBytes) return 'too-large';
    }
  } catch {
    return 'damaged';
  }
  if (!isComplete) return 'damaged';
  const bytes = new Uint8Array(nBytes);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
