import type { DatasetManifest, ManifestTable } from '../../../src/core/snapshots/dataset-manifest.ts';

/** `manifest.json`: what every dataset's says, and where this one comes from. */
export interface StreamflowManifest extends DatasetManifest {
  readonly title: string;
  readonly licence: string;
  /** Of the generator; the same seed gives the same bytes. */
  readonly seed: number;
  readonly entity: { readonly name: string; readonly joinKeys: readonly string[] };
  readonly tables: readonly StreamflowTable[];
}

/** One table: one Parquet file next to the manifest, all months in it, sorted by user, event and creation time. */
export interface StreamflowTable extends ManifestTable {
  readonly bytes: number;
  /** `tableDigest` of the table as `readParquet` gives it. */
  readonly tableDigest: string;
  readonly columns: readonly StreamflowColumn[];
  readonly deliveries: DeliveryCounts;
}

export type StreamflowColumn = ManifestTable['columns'][number] & { readonly nullable: boolean };

/** How many rows landed otherwise than in the next day's batch. */
export interface DeliveryCounts {
  /** Rows whose first version landed late. */
  readonly lateRows: number;
  /** Rows that correct an earlier one: same user and event timestamp, later creation. */
  readonly correctionRows: number;
  /** Rows that replace another of the same user, event and creation timestamp; the later one in the file counts. */
  readonly tiedRows: number;
}
