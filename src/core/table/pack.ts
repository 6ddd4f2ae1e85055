import { ValueError } from '../errors.ts';
import type { Column, Dtype } from './column.ts';
import { createTable, type Table } from './table.ts';

// Layout, little-endian: magic 'SFT1', uint32 length of the JSON header, the header, then every column's
// values and null mask, each from an 8-byte boundary so that views need no copy. Dictionaries are UTF-8 JSON
// arrays.
const MAGIC = 0x31544653;
const ALIGNMENT = 8;

interface Segment {
  readonly offset: number;
  readonly length: number;
}

interface PackedColumn {
  readonly name: string;
  readonly dtype: Dtype;
  readonly values: Segment;
  readonly nulls: Segment | null;
  readonly dictionary: Segment | null;
}

interface Header {
  readonly nRows: number;
  readonly columns: readonly PackedColumn[];
}

/**
 * The whole table as one buffer: for IndexedDB, for a worker, for a digest. Equal tables give equal bytes.
 */
export function pack(table: Table): ArrayBuffer {
  const chunks: { offset: number; bytes: Uint8Array }[] = [];
  let end = 0;
  const place = (bytes: Uint8Array): Segment => {
    const segment = { offset: end, length: bytes.length };
    chunks.push({ offset: end, bytes });
    end = align(end + bytes.length);
    return segment;
  };
  const columns = [...table.columns].map(
    ([name, column]): PackedColumn => ({
      name,
      dtype: column.dtype,
      values: place(bytesOf(column.values)),
      nulls: column.nulls === null ? null : place(column.nulls),
      dictionary:
        column.dtype === 'string' ? place(new TextEncoder().encode(JSON.stringify(column.dictionary))) : null,
    }),
  );
  const header = new TextEncoder().encode(JSON.stringify({ nRows: table.nRows, columns } satisfies Header));
  const start = align(8 + header.length);
  const buffer = new ArrayBuffer(start + end);
  new DataView(buffer).setUint32(0, MAGIC, true);
  new DataView(buffer).setUint32(4, header.length, true);
  const bytes = new Uint8Array(buffer);
  bytes.set(header, 8);
  for (const chunk of chunks) bytes.set(chunk.bytes, start + chunk.offset);
  return buffer;
}

/** The table that `pack` wrote. Columns are views into `buffer`: O(columns), plus the dictionaries' texts. */
export function unpack(buffer: ArrayBuffer): Table {
  const view = new DataView(buffer);
  const isMarked = buffer.byteLength >= 8 && view.getUint32(0, true) === MAGIC;
  const headerLength = isMarked ? view.getUint32(4, true) : Number.POSITIVE_INFINITY;
  if (8 + headerLength > buffer.byteLength) throw damaged();
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 8, headerLength))) as Header;
  const start = align(8 + headerLength);
  for (const { values, nulls, dictionary } of header.columns) {
    for (const segment of [values, nulls, dictionary]) {
      if (segment !== null && start + segment.offset + segment.length > buffer.byteLength) throw damaged();
    }
  }
  const columns = header.columns.map((packed): readonly [string, Column] => {
    const values = valuesAt(packed, buffer, start);
    const nulls = packed.nulls && new Uint8Array(buffer, start + packed.nulls.offset, packed.nulls.length);
    const dictionary = packed.dictionary && readDictionary(packed.dictionary, buffer, start);
    return [packed.name, { dtype: packed.dtype, values, nulls, ...(dictionary && { dictionary }) } as Column];
  });
  return { ...createTable(columns), nRows: header.nRows };
}

function damaged(): ValueError {
  return new ValueError(
    'these bytes are no packed table',
    'the data may be damaged; load or import it again',
  );
}

function valuesAt(packed: PackedColumn, buffer: ArrayBuffer, start: number): Column['values'] {
  const { offset, length } = packed.values;
  if (packed.dtype === 'bool') return new Uint8Array(buffer, start + offset, length);
  if (packed.dtype === 'string') return new Int32Array(buffer, start + offset, length / 4);
  return new Float64Array(buffer, start + offset, length / 8);
}

function readDictionary(segment: Segment, buffer: ArrayBuffer, start: number): string[] {
  return JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, start + segment.offset, segment.length)));
}

function bytesOf(values: Column['values']): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

function align(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT;
}
