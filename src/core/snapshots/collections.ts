import type { KeyPaths } from '../database.ts';
import type { Dtype } from '../table/column.ts';

/** A column's name and type. */
export interface ColumnType {
  readonly name: string;
  readonly dtype: Dtype;
}

/** What all snapshots of a table have in common. */
export interface TableRecord {
  readonly kind: 'table';
  readonly version: 1;
  readonly name: string;
  /** The column that says when a row's values were true. */
  readonly timestampField: string;
  /** The column that says when a row landed; null where the table does not tell. */
  readonly createdTimestampColumn: string | null;
  /** The columns that tell whose row it is; empty where the table does not say. */
  readonly joinKeys: readonly string[];
  readonly columns: readonly ColumnType[];
}

/**
 * One delivery of a table as of one instant, without its values. Revision 0 holds the month as it was first
 * stored, each later one the rows that a correction changed or added.
 */
export interface SnapshotRecord {
  readonly kind: 'snapshot';
  readonly version: 1;
  readonly table: string;
  /** UTC milliseconds. */
  readonly asOf: number;
  readonly revision: number;
  readonly nRows: number;
  /** Of the content after this revision; equal digests mean equal content, stamped creation times apart. */
  readonly digest: string;
  /** Simulated time of the import in UTC milliseconds. */
  readonly importedAt: number;
}

/** The values of a snapshot, as `pack` lays them out. */
export interface SnapshotPayload {
  readonly table: string;
  readonly asOf: number;
  readonly revision: number;
  readonly packed: ArrayBuffer;
}

/** What this room stores: values apart, so that tables can be listed without reading them. */
export type SnapshotCollections = {
  tables: TableRecord;
  snapshots: SnapshotRecord;
  snapshotPayloads: SnapshotPayload;
};

/** The keys of what this room stores. */
export const snapshotKeyPaths: KeyPaths<SnapshotCollections> = {
  tables: 'name',
  snapshots: ['table', 'asOf', 'revision'],
  snapshotPayloads: ['table', 'asOf', 'revision'],
};

/** The names of all collections, for a transaction over the whole room. */
export const SNAPSHOT_COLLECTIONS = ['tables', 'snapshots', 'snapshotPayloads'] as const;
