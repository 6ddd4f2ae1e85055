import type { AsyncBuffer, ColumnMetaData } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';

/**
 * Walks the page headers of one column chunk and throws where a size or a count cannot be true. The reader
 * itself trusts them, so that one wrong byte could make it loop for ever. O(pages).
 */
export async function checkPages(file: AsyncBuffer, chunk: ColumnMetaData): Promise<void> {
  const start = Number(chunk.dictionary_page_offset || chunk.data_page_offset);
  const end = start + Number(chunk.total_compressed_size);
  if (!(start >= 0 && start <= end && end <= file.byteLength))
    throw new Error('a column lies outside the file');
  const reader = { view: new DataView(await file.slice(start, end)), offset: 0 };
  let nValues = 0;
  while (reader.offset < end - start) {
    const header = parquetHeader(reader);
    const { compressed_page_size: size, uncompressed_page_size: fullSize } = header;
    reader.offset += size;
    const page = header.data_page_header_v2 ?? header.data_page_header;
    const isTrue =
      isSize(size) &&
      isSize(fullSize) &&
      fullSize <= Number(chunk.total_uncompressed_size) &&
      reader.offset <= end - start &&
      (header.type === 'DICTIONARY_PAGE' || (page !== undefined && isSize(page.num_values)));
    if (!isTrue) throw new Error('a page has an impossible size');
    if (header.type !== 'DICTIONARY_PAGE') nValues += page?.num_values ?? 0;
  }
  if (nValues !== Number(chunk.num_values))
    throw new Error(`a column has ${nValues} of ${chunk.num_values} values`);
}

function isSize(size: unknown): boolean {
  return Number.isInteger(size) && (size as number) >= 0;
}
