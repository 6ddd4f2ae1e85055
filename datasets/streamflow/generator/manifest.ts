import type { Dtype } from '../../../src/core/table/column.ts';

/** `manifest.json`: what the dataset's files are, so that a loader needs nothing else. */
export interface DatasetManifest {
  readonly kind: 'dataset-manifest';
  readonly version: 1;
  readonly name: string;
  readonly title: string;
  readonly licence: string;
  /** Of the generator; the same seed gives the same bytes. */
  readonly seed: number;
  readonly entity: { readonly name: string; readonly joinKeys: readonly string[] };
  /** Month ends of the rows' event timestamps, ISO 8601 with zone, ascending. */
  readonly asOf: readonly string[];
  readonly tables: readonly TableManifest[];
}

/** One table: one Parquet file next to the manifest, all months in it, sorted by user, event and creation time. */
export interface TableManifest {
  readonly name: string;
  /** Relative to the manifest. */
  readonly file: string;
  readonly rows: number;
  readonly bytes: number;
  /** SHA-256 of the file's bytes, in hex. */
  readonly sha256: string;
  /** `tableDigest` of the table as `readParquet` gives it. */
  readonly tableDigest: string;
  readonly joinKeys: readonly string[];
  readonly timestampField: 'as_of';
  readonly createdTimestampColumn: 'created_timestamp';
  readonly columns: readonly ColumnManifest[];
  readonly deliveries: DeliveryCounts;
}

export interface ColumnManifest {
  readonly name: string;
  readonly dtype: Dtype;
  readonly nullable: boolean;
}

/** How many rows landed otherwise than in the next day's batch. */
export interface DeliveryCounts {
  /** Rows whose first version landed late. */
  readonly lateRows: number;
  /** Rows that correct an earlier one: same user and event timestamp, later creation. */
  readonly correctionRows: number;
  /** Rows that replace another of the same user, event and creation timestamp; the later one in the file counts. */
  readonly tiedRows: number;
}
