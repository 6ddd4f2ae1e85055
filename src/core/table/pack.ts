import { ValueError } from '../errors.ts';
import type { Column, Dtype } from './column.ts';
import { decodeDictionary, encodeDictionary } from './dictionary-bytes.ts';
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
 * The whole table as one buffer: for IndexedDB, for a worker. Equal tables give equal bytes.
 */
export function pack(table: Table): ArrayBuffer {
  const parts = packedParts(table);
  const buffer = new ArrayBuffer(parts.reduce((length, part) => length + part.length, 0));
  const bytes = new Uint8Array(buffer);
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return buffer;
}

/** What `pack` lays end to end, for who needs the bytes only one after the other: a digest. Copies no values. */
export function packedParts(table: Table): readonly Uint8Array[] {
  const parts: Uint8Array[] = [];
  let end = 0;
  const place = (bytes: Uint8Array): Segment => {
    const segment = { offset: end, length: bytes.length };
    parts.push(bytes, paddingAfter(bytes.length));
    end = align(end + bytes.length);
    return segment;
  };
  const columns = [...table.columns].map(
    ([name, column]): PackedColumn => ({
      name,
      dtype: column.dtype,
      values: place(bytesOf(column.values)),
      nulls: column.nulls === null ? null : place(column.nulls),
      dictionary: column.dtype === 'string' ? place(encodeDictionary(column.dictionary)) : null,
    }),
  );
  const header = new TextEncoder().encode(JSON.stringify({ nRows: table.nRows, columns } satisfies Header));
  const start = new Uint8Array(8);
  new DataView(start.buffer).setUint32(0, MAGIC, true);
  new DataView(start.buffer).setUint32(4, header.length, true);
  return [start, header, paddingAfter(8 + header.length), ...parts];
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
    const nulls = packed.nulls && bytesAt(packed.nulls, buffer, start);
    const dictionary = packed.dictionary && decodeDictionary(bytesAt(packed.dictionary, buffer, start));
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

function bytesAt({ offset, length }: Segment, buffer: ArrayBuffer, start: number): Uint8Array {
  return new Uint8Array(buffer, start + offset, length);
}

function bytesOf(values: Column['values']): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

function paddingAfter(length: number): Uint8Array {
  return new Uint8Array(align(length) - length);
}

function align(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT;
}
