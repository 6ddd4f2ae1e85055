/** How a cell was written: bare. */
export const PLAIN = 0;
/** In quotes. */
export const QUOTED = 1;
/** In quotes, with doubled quotes inside. */
export const ESCAPED = 2;
/** In quotes, with text after the closing one. */
export const STRAY = 3;

/**
 * The cells of one record: cell i is `bytes[starts[i] … ends[i])`, without its outer quotes. Reused per
 * record.
 */
export interface CsvRecord {
  bytes: Uint8Array;
  starts: Int32Array;
  ends: Int32Array;
  quoting: Uint8Array;
  nCells: number;
  /** The last cell's quote was never closed; only the last record of a file can be so. */
  isUnclosed: boolean;
}

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/** An empty record to scan into. */
export function createRecord(): CsvRecord {
  return {
    bytes: new Uint8Array(0),
    starts: new Int32Array(16),
    ends: new Int32Array(16),
    quoting: new Uint8Array(16),
    nCells: 0,
    isUnclosed: false,
  };
}

/**
 * Scans the record that begins at `start` (RFC 4180; line ends LF, CRLF or CR) and returns the position after
 * it, or −1 when `bytes` ends before the record does and `isLast` is false. O(bytes of the record).
 */
export function scanRecord(
  record: CsvRecord,
  bytes: Uint8Array,
  at: { readonly start: number; readonly delimiter: number; readonly isLast: boolean },
): number {
  const { delimiter, isLast } = at;
  const end = bytes.length;
  record.bytes = bytes;
  record.nCells = 0;
  record.isUnclosed = false;
  let position = at.start;
  for (;;) {
    const isQuoted = position < end && bytes[position] === QUOTE;
    position = isQuoted ? scanQuoted(record, position) : scanBare(record, position, delimiter);
    if (isQuoted && position < end && !isCellEnd(bytes[position] as number, delimiter)) {
      while (position < end && !isCellEnd(bytes[position] as number, delimiter)) position++;
      record.ends[record.nCells - 1] = position;
      record.quoting[record.nCells - 1] = STRAY;
    }
    if (position >= end) return isLast ? end : -1;
    const byte = bytes[position++];
    if (byte === LF) return position;
    if (byte === CR) {
      if (position >= end) return isLast ? end : -1;
      return bytes[position] === LF ? position + 1 : position;
    }
  }
}

function scanBare(record: CsvRecord, start: number, delimiter: number): number {
  const { bytes } = record;
  let position = start;
  while (position < bytes.length && !isCellEnd(bytes[position] as number, delimiter)) position++;
  addCell(record, start, position, PLAIN);
  return position;
}

function scanQuoted(record: CsvRecord, start: number): number {
  const { bytes } = record;
  let quoting = QUOTED;
  let position = start + 1;
  while (position < bytes.length) {
    if (bytes[position] === QUOTE) {
      if (bytes[position + 1] !== QUOTE) break;
      quoting = ESCAPED;
      position++;
    }
    position++;
  }
  record.isUnclosed = position >= bytes.length;
  addCell(record, start + 1, Math.min(position, bytes.length), quoting);
  return position + 1;
}

function isCellEnd(byte: number, delimiter: number): boolean {
  return byte === delimiter || byte === LF || byte === CR;
}

function addCell(record: CsvRecord, start: number, end: number, quoting: number): void {
  const cell = record.nCells++;
  if (cell === record.starts.length) {
    record.starts = grow(record.starts);
    record.ends = grow(record.ends);
    const quotings = new Uint8Array(cell * 2);
    quotings.set(record.quoting);
    record.quoting = quotings;
  }
  record.starts[cell] = start;
  record.ends[cell] = end;
  record.quoting[cell] = quoting;
}

function grow(positions: Int32Array): Int32Array {
  const grown = new Int32Array(positions.length * 2);
  grown.set(positions);
  return grown;
}
