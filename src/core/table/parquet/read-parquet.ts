// hyparquet: kept, dependency-free Parquet reader in plain JavaScript that hands out whole columns.
import {
  type AsyncBuffer,
  type DecodedArray,
  type FileMetaData,
  parquetMetadataAsync,
  parquetRead,
  type SchemaElement,
} from 'hyparquet';
import { LabError, quote, suggest, ValueError } from '../../errors.ts';
import { type TaskOptions, throwIfCancelled } from '../../task.ts';
import type { Column } from '../column.ts';
import { createTable, type Table } from '../table.ts';
import { checkPages } from './check-pages.ts';
import { decompressors, isReadableCodec } from './codecs.ts';
import { decodeColumn, dtypeOfElement } from './decode-column.ts';
import { isFrontCoded, readFrontCoded } from './read-front-coded.ts';

/** A Parquet file: its bytes, or anything that can hand out slices of them. */
export type ParquetSource = ArrayBuffer | AsyncBuffer;

/** Options of `readParquet`. */
export interface ReadParquetOptions extends TaskOptions {
  /** For messages. */
  readonly fileName?: string;
  /** The columns to read, in this order; all when left out. */
  readonly columns?: readonly string[];
}

// Instants as milliseconds, without the detour over `Date`, so that microseconds survive.
const parsers = {
  timestampFromMilliseconds: (value: bigint) => Number(value),
  timestampFromMicroseconds: (value: bigint) => Number(value) / 1e3,
  timestampFromNanoseconds: (value: bigint) => Number(value / 1000n) / 1e3,
  dateFromDays: (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10),
  jsonFromBytes: (bytes: Uint8Array) => new TextDecoder('utf-8').decode(bytes),
};

/**
 * Reads a Parquet file (Snappy, gzip, Zstandard or uncompressed; any writer's encodings), a column at a time
 * and without row objects. Index columns that pandas adds are left out. A damaged file, a column of a type
 * the lab has no place for, or a name that is not there is a `ValueError` that names the file.
 */
export async function readParquet(source: ParquetSource, options: ReadParquetOptions = {}): Promise<Table> {
  const fileName = options.fileName ?? 'the Parquet file';
  if (source.byteLength === 0) throw new ValueError(`${fileName} is empty`, 'export or download it again');
  try {
    const metadata = await parquetMetadataAsync(source, { geoparquet: false });
    const elements = chooseElements(metadata, options.columns, fileName);
    requireReadableCodecs(metadata, fileName);
    const columns: [string, Column][] = [];
    for (const element of elements) {
      throwIfCancelled(options.signal, `reading ${fileName}`);
      columns.push([element.name, await readColumn(source, metadata, element)]);
      const done = Math.round((Number(metadata.num_rows) * columns.length) / elements.length);
      options.onProgress?.({ done, total: Number(metadata.num_rows), unit: 'rows', label: fileName });
    }
    return { ...createTable(columns), nRows: Number(metadata.num_rows) };
  } catch (error) {
    if (error instanceof LabError) throw error;
    throw new ValueError(
      `${fileName} cannot be read as Parquet: ${describeDamage(error as Error)}`,
      'the file is damaged or not Parquet; export or download it again',
    );
  }
}

function requireReadableCodecs({ row_groups }: FileMetaData, fileName: string): void {
  const codecs = row_groups.flatMap(({ columns }) =>
    columns.flatMap(({ meta_data }) => meta_data?.codec ?? []),
  );
  const unreadable = codecs.find((codec) => !isReadableCodec(codec));
  if (unreadable === undefined) return;
  throw new ValueError(
    `${fileName} is compressed with ${unreadable}, which the lab does not read`,
    "write it with Snappy, gzip, Zstandard or none; in pandas: to_parquet(path, compression='snappy')",
  );
}

/** What the reader found, in its words; what tripped over impossible values speaks of the reader itself. */
function describeDamage(error: Error): string {
  const isReadersOwn = error instanceof TypeError || error instanceof RangeError;
  return isReadersOwn ? 'its parts do not fit together' : error.message;
}

function chooseElements(
  metadata: FileMetaData,
  columns: readonly string[] | undefined,
  fileName: string,
): SchemaElement[] {
  const topLevel = topLevelElements(metadata.schema);
  const known = topLevel.map((element) => element.name);
  const wanted = columns ?? known.filter((name) => !/^__index_level_\d+__$/.test(name));
  return wanted.map((name) => {
    const element = topLevel.find((candidate) => candidate.name === name);
    if (element === undefined) {
      throw new ValueError(`${fileName} has no column ${quote(name)}`, suggest(name, known));
    }
    if (dtypeOfElement(element) === null) {
      const type = element.logical_type?.type ?? element.converted_type ?? element.type ?? 'nested';
      throw new ValueError(
        `column ${quote(name)} of ${fileName} is ${type}, which a table cannot hold`,
        'keep to whole numbers, doubles, booleans, texts and timestamps, or leave the column out',
      );
    }
    return element;
  });
}

/** The schema is a tree laid flat in preorder; its first element is the root. */
function topLevelElements(schema: readonly SchemaElement[]): SchemaElement[] {
  const elements: SchemaElement[] = [];
  let position = 1;
  const skipChildren = (element: SchemaElement): void => {
    for (let child = 0; child < (element.num_children ?? 0); child++) {
      const next = schema[position++];
      if (next !== undefined) skipChildren(next);
    }
  };
  while (position < schema.length) {
    const element = schema[position++] as SchemaElement;
    elements.push(element);
    skipChildren(element);
  }
  return elements;
}

async function readColumn(
  file: ParquetSource,
  metadata: FileMetaData,
  element: SchemaElement,
): Promise<Column> {
  const nRows = Number(metadata.num_rows);
  const stored = metadata.row_groups.map((group) => {
    const chunk = group.columns.find(({ meta_data }) => meta_data?.path_in_schema[0] === element.name);
    if (chunk?.meta_data !== undefined) return chunk.meta_data;
    throw new Error(`column ${quote(element.name)} is not in all row groups`);
  });
  for (const chunk of stored) await checkPages(file, chunk);
  if (isFrontCoded(element, stored)) return readFrontCoded(file, stored, nRows);
  const chunks: DecodedArray[] = [];
  await parquetRead({
    file,
    metadata,
    columns: [element.name],
    compressors: decompressors,
    parsers,
    geoparquet: false,
    onChunk: (chunk) => chunks.push(chunk.columnData),
  });
  const nRead = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  if (nRead !== nRows) throw new Error(`column ${quote(element.name)} has ${nRead} of ${nRows} rows`);
  return decodeColumn(element, chunks, nRows);
}
