import type { ByteSource } from '../../core/table/byte-source.ts';
import { bytesSource, readAllBytes } from '../../core/table/byte-source.ts';
import { readCsv } from '../../core/table/csv/read-csv.ts';
import { readParquet } from '../../core/table/parquet/read-parquet.ts';
import type { Table } from '../../core/table/table.ts';
import { take } from '../../core/table/take.ts';

const MOST_ROWS = 5;
const HEAD_BYTES = 65_536;

/** The columns of a file and its first five rows. Of a CSV file only the beginning is read. */
export async function previewFile(file: ByteSource): Promise<Table> {
  const table = /\.parquet$/i.test(file.name)
    ? await readParquet(await readAllBytes(file), { fileName: file.name })
    : (await readCsv(bytesSource(file.name, await headOf(file)))).table;
  return take(
    table,
    Int32Array.from({ length: Math.min(MOST_ROWS, table.nRows) }, (_, row) => row),
  );
}

/** Whole lines from the beginning; the last one may be cut in the middle and is left out. */
async function headOf(file: ByteSource): Promise<Uint8Array> {
  const head = new Uint8Array(HEAD_BYTES);
  let length = 0;
  for await (const chunk of file.bytes()) {
    const part = chunk.subarray(0, HEAD_BYTES - length);
    head.set(part, length);
    length += part.length;
    if (length === HEAD_BYTES) break;
  }
  if (length < HEAD_BYTES) return head.subarray(0, length);
  const lastLine = head.lastIndexOf(0x0a);
  return lastLine === -1 ? head : head.subarray(0, lastLine + 1);
}
