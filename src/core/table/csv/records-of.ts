import { type CsvRecord, createRecord, scanRecord } from './scan-records.ts';

/**
 * The records of a stream of chunks, header included. The record handed out is reused: read it before asking
 * for the next. Bytes of a record that a chunk cuts are kept until it is whole; at most twice that record's
 * size is held.
 */
export async function* recordsOf(
  chunks: AsyncIterable<Uint8Array>,
  delimiterOf: (firstBytes: Uint8Array) => { readonly delimiter: number; readonly start: number },
): AsyncGenerator<RecordBatch> {
  let rest = new Uint8Array(0);
  let pending: Uint8Array[] = [];
  let nPending = 0;
  let format: { readonly delimiter: number; readonly start: number } | null = null;
  for await (const chunk of chunks) {
    pending.push(chunk);
    nPending += chunk.length;
    // Waiting until as much has arrived as is left over keeps a record over many chunks linear.
    if (nPending < rest.length || (format === null && !hasLineEnd(chunk))) continue;
    const bytes = join(rest, pending, nPending);
    format ??= { ...delimiterOf(bytes) };
    const batch = new RecordBatch(bytes, { ...format, isLast: false });
    yield batch;
    format = { ...format, start: 0 };
    rest = bytes.subarray(batch.position);
    pending = [];
    nPending = 0;
  }
  const bytes = join(rest, pending, nPending);
  format ??= delimiterOf(bytes);
  if (bytes.length > format.start) yield new RecordBatch(bytes, { ...format, isLast: true });
}

/** The whole records within one piece of the file. */
export class RecordBatch {
  position: number;
  readonly #bytes: Uint8Array;
  readonly #delimiter: number;
  readonly #isLast: boolean;
  readonly #record: CsvRecord = createRecord();

  constructor(
    bytes: Uint8Array,
    at: { readonly delimiter: number; readonly start: number; readonly isLast: boolean },
  ) {
    this.#bytes = bytes;
    this.#delimiter = at.delimiter;
    this.#isLast = at.isLast;
    this.position = at.start;
  }

  /** The next record, or null when there is no whole one left. */
  next(): CsvRecord | null {
    if (this.position >= this.#bytes.length) return null;
    const after = scanRecord(this.#record, this.#bytes, {
      start: this.position,
      delimiter: this.#delimiter,
      isLast: this.#isLast,
    });
    if (after === -1) return null;
    this.position = after;
    return this.#record;
  }
}

function hasLineEnd(bytes: Uint8Array): boolean {
  return bytes.includes(0x0a) || bytes.includes(0x0d);
}

function join(rest: Uint8Array, pending: readonly Uint8Array[], nPending: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(rest.length + nPending);
  bytes.set(rest);
  let offset = rest.length;
  for (const chunk of pending) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
