import type { AsyncBuffer, ColumnMetaData, SchemaElement } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { decompressPage } from 'hyparquet/src/datapage.js';
import { deltaBinaryUnpack } from 'hyparquet/src/delta.js';
import { ByteDictionary } from '../byte-dictionary.ts';
import type { StringColumn } from '../column.ts';
import { decompressors } from './codecs.ts';

/** Whether `readFrontCoded` can read these chunks: texts without nulls, all of them front-coded. */
export function isFrontCoded(element: SchemaElement, chunks: readonly ColumnMetaData[]): boolean {
  return (
    element.type === 'BYTE_ARRAY' &&
    element.repetition_type === 'REQUIRED' &&
    element.converted_type === 'UTF8' &&
    chunks.every(({ encodings }) => encodings.every((encoding) => encoding === 'DELTA_BYTE_ARRAY'))
  );
}

/**
 * A column of front-coded texts (DELTA_BYTE_ARRAY: what each text shares with the one before, then the rest),
 * as sorted identifiers are best stored. hyparquet reads them too, but makes an array per row; this is
 * several times faster.
 */
export async function readFrontCoded(
  file: AsyncBuffer,
  chunks: readonly ColumnMetaData[],
  nRows: number,
): Promise<StringColumn> {
  const values = new Int32Array(nRows);
  const words = new ByteDictionary();
  let row = 0;
  for (const chunk of chunks) {
    const start = Number(chunk.data_page_offset);
    const bytes = await file.slice(start, start + Number(chunk.total_compressed_size));
    const reader = { view: new DataView(bytes), offset: 0 };
    while (reader.offset < bytes.byteLength) {
      const header = parquetHeader(reader);
      const page = header.data_page_header_v2 ?? header.data_page_header;
      const compressed = new Uint8Array(bytes, reader.offset, header.compressed_page_size);
      const isStoredPlain = header.data_page_header_v2?.is_compressed === false;
      const codec = isStoredPlain ? 'UNCOMPRESSED' : chunk.codec;
      const plain = decompressPage(compressed, header.uncompressed_page_size, codec, decompressors);
      readPage(plain, values.subarray(row, row + (page?.num_values ?? 0)), words);
      row += page?.num_values ?? 0;
      reader.offset += header.compressed_page_size;
    }
  }
  return { dtype: 'string', values, dictionary: words.texts(), nulls: null };
}

function readPage(bytes: Uint8Array, codes: Int32Array, words: ByteDictionary): void {
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
  const shared = new Int32Array(codes.length);
  const added = new Int32Array(codes.length);
  deltaBinaryUnpack(reader, codes.length, shared);
  deltaBinaryUnpack(reader, codes.length, added);
  let text = new Uint8Array(256);
  let length = 0;
  for (let row = 0; row < codes.length; row++) {
    const nShared = shared[row] as number;
    const nAdded = added[row] as number;
    const end = reader.offset + nAdded;
    if (nShared < 0 || nAdded < 0 || nShared > length || end > bytes.length) {
      throw new Error('a front-coded text has an impossible length');
    }
    length = nShared + nAdded;
    if (length > text.length) {
      const longer = new Uint8Array(length * 2);
      longer.set(text);
      text = longer;
    }
    for (let i = 0; i < nAdded; i++) text[nShared + i] = bytes[reader.offset + i] as number;
    reader.offset = end;
    codes[row] = words.intern(text, 0, length);
  }
}
