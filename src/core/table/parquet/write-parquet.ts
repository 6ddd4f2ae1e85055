// hyparquet-writer: hyparquet's own counterpart; writes whole columns, dictionary-encoded where that is
// smaller.

import type { SchemaElement } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { ownMember } from '../../own-member.ts';
import { type Column, cellAt, isNull } from '../column.ts';
import type { Table } from '../table.ts';
import { codecNames, compressors, type ParquetCompression } from './codecs.ts';

/** Options of `writeParquet`. */
export interface WriteParquetOptions {
  /** Default 'snappy', which every reader has. 'gzip' is smaller and slower. */
  readonly compression?: ParquetCompression;
  /**
   * Columns to write in another encoding than the writer's choice: front coding for sorted texts, split bytes
   * for doubles with many digits. Both are smaller where they fit, and readers of Parquet 2 have them.
   */
  readonly encodings?: Readonly<Record<string, 'DELTA_BYTE_ARRAY' | 'BYTE_STREAM_SPLIT'>>;
}

const ROWS_PER_GROUP = 131_072;

/**
 * A table as a Parquet file that pandas, DuckDB and Feast read as it is: INT64, DOUBLE, BOOLEAN, UTF-8 and
 * TIMESTAMP (microseconds, UTC) columns, optional where the table has nulls. Equal tables give equal bytes.
 */
export function writeParquet(table: Table, options: WriteParquetOptions = {}): ArrayBuffer {
  const schema: SchemaElement[] = [{ name: 'root', num_children: table.columns.size }];
  for (const [name, column] of table.columns) schema.push(toElement(name, column));
  return parquetWriteBuffer({
    schema,
    columnData: [...table.columns].map(([name, column]) => {
      const encoding = ownMember(options.encodings ?? {}, name);
      return { name, data: toPlainValues(column), ...(encoding && { encoding }) };
    }),
    codec: codecNames[options.compression ?? 'snappy'],
    compressors,
    rowGroupSize: ROWS_PER_GROUP,
    createdBy: 'streamflow-lab',
  });
}

function toElement(name: string, column: Column): SchemaElement {
  const repetition = { name, repetition_type: column.nulls === null ? 'REQUIRED' : 'OPTIONAL' } as const;
  switch (column.dtype) {
    case 'int64':
      return { ...repetition, type: 'INT64' };
    case 'float64':
      return { ...repetition, type: 'DOUBLE' };
    case 'bool':
      return { ...repetition, type: 'BOOLEAN' };
    case 'string':
      return { ...repetition, type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } };
    case 'timestamp':
      return {
        ...repetition,
        type: 'INT64',
        converted_type: 'TIMESTAMP_MICROS',
        logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MICROS' },
      };
  }
}

function toPlainValues(column: Column): unknown[] {
  return Array.from({ length: column.values.length }, (_, row) => {
    if (isNull(column, row)) return null;
    if (column.dtype === 'int64') return BigInt(column.values[row] as number);
    if (column.dtype === 'timestamp') return BigInt(Math.round((column.values[row] as number) * 1000));
    return cellAt(column, row);
  });
}
