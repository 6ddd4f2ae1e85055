import { writeCsv } from '../../core/table/csv/write-csv.ts';
import { writeParquet } from '../../core/table/parquet/write-parquet.ts';
import type { SelectedRows } from './read-rows.ts';

export type ExportFormat = 'csv' | 'parquet';

/** A file to be saved. */
export interface ExportedFile {
  readonly name: string;
  readonly blob: Blob;
}

/** The rows of a selection as a file named for its table and month: 'users-2024-01-31.csv'. */
export function exportRows({ table, month, rows }: SelectedRows, format: ExportFormat): ExportedFile {
  // A colon of a time may not stand in a file's name everywhere.
  const name = `${table}-${month}.${format}`.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-');
  const blob =
    format === 'csv'
      ? new Blob([...writeCsv(rows)], { type: 'text/csv' })
      : new Blob([writeParquet(rows)], { type: 'application/vnd.apache.parquet' });
  return { name, blob };
}
