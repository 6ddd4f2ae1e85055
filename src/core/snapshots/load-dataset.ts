import { digestOf } from '../digest.ts';
import { quote, ValueError } from '../errors.ts';
import { readParquet } from '../table/parquet/read-parquet.ts';
import type { Table } from '../table/table.ts';
import { toEpochMs } from '../table/timestamps.ts';
import { type TaskOptions, throwIfCancelled } from '../task.ts';
import { SNAPSHOT_COLLECTIONS, type SnapshotRecord, type TableRecord } from './collections.ts';
import type { SnapshotContext } from './context.ts';
import {
  type DatasetFiles,
  type DatasetManifest,
  type ManifestTable,
  readManifest,
} from './dataset-manifest.ts';
import { earliestLanding } from './earliest-landing.ts';
import { splitByTime } from './split-by-time.ts';
import { type NewSnapshot, type StoredSnapshot, storeSnapshots, toOnConflict } from './store-snapshots.ts';

/** Options of `loadDataset`. */
export interface LoadDatasetOptions extends TaskOptions {
  /** Where other rows are stored for a month of the dataset: 'ask' (throw, the default) or 'replace'. */
  readonly onConflict?: 'ask' | 'replace' | undefined;
}

/**
 * Stores all months of a shipped dataset in one transaction and moves the clock on to the day after the last one.
 * Tables that are there already, corrected since or not, are left alone without reading their files. A `ValueError` names a file whose bytes are not those
 * of the manifest; a `MonthConflictError` tells of months imported otherwise.
 */
export async function loadDataset(
  { database, clock, writeWithClock }: SnapshotContext,
  files: DatasetFiles,
  options: LoadDatasetOptions = {},
): Promise<readonly StoredSnapshot[]> {
  const onConflict = toOnConflict(options.onConflict, ['ask', 'replace']);
  const manifest = await readManifest(files);
  const total = manifest.tables.length;
  const present = await database.read(['snapshots'], (transaction) => transaction.getAll('snapshots'));
  const unchanged: StoredSnapshot[] = [];
  const snapshots: NewSnapshot[] = [];
  for (const [done, entry] of manifest.tables.entries()) {
    throwIfCancelled(options.signal, `loading ${manifest.name}`);
    options.onProgress?.({ done, total, unit: 'tables', label: entry.name });
    if (isPresent(present, manifest, entry)) {
      unchanged.push(...instantsOf(manifest).map((asOf) => toUnchanged(entry, asOf)));
      continue;
    }
    snapshots.push(...toSnapshots(entry, await readEntry(files, entry, options)));
  }
  throwIfCancelled(options.signal, `loading ${manifest.name}`);
  const stored = await writeWithClock(SNAPSHOT_COLLECTIONS, (transaction, time) => {
    time.reach(Math.max(...instantsOf(manifest).map(earliestLanding)));
    return storeSnapshots(transaction, snapshots, { onConflict, importedAt: clock.now() });
  });
  options.onProgress?.({ done: total, total, unit: 'tables', label: manifest.name });
  return [...unchanged, ...stored];
}

function isPresent(
  present: readonly SnapshotRecord[],
  manifest: DatasetManifest,
  entry: ManifestTable,
): boolean {
  const digests = new Set(present.filter(({ table }) => table === entry.name).map(({ digest }) => digest));
  return instantsOf(manifest).every((asOf) => digests.has(snapshotDigest(entry, asOf)));
}

function instantsOf(manifest: DatasetManifest): number[] {
  return manifest.asOf.map((text) => toEpochMs(text));
}

function toUnchanged({ name }: ManifestTable, asOf: number): StoredSnapshot {
  return { table: name, asOf, status: 'unchanged', nRows: 0 };
}

async function readEntry(files: DatasetFiles, entry: ManifestTable, { signal }: TaskOptions): Promise<Table> {
  const bytes = await files.read(entry.file);
  const digest = digestOf(new Uint8Array(bytes));
  if (digest !== entry.sha256) {
    throw new ValueError(
      `${entry.file} is not the file of the manifest: its digest is ${digest.slice(0, 8)}, not ${entry.sha256.slice(0, 8)}`,
      'the download was cut or an old copy is cached; load the page again',
    );
  }
  const table = await readParquet(bytes, {
    fileName: entry.file,
    columns: entry.columns.map(({ name }) => name),
    signal,
  });
  const wrong = entry.columns.find(({ name, dtype }) => table.columns.get(name)?.dtype !== dtype);
  if (table.nRows !== entry.rows || wrong !== undefined) {
    throw new ValueError(
      `${entry.file} is not as its manifest says: ${wrong ? `column ${quote(wrong.name)}` : `${table.nRows} rows`}`,
      'the dataset was built wrongly; report it',
    );
  }
  return table;
}

function toSnapshots(entry: ManifestTable, table: Table): NewSnapshot[] {
  const { name, timestampField, createdTimestampColumn, joinKeys } = entry;
  const columns = entry.columns.map((column) => ({ name: column.name, dtype: column.dtype }));
  const definition: TableRecord = {
    kind: 'table',
    version: 1,
    name,
    timestampField,
    createdTimestampColumn,
    joinKeys,
    columns,
  };
  return [...splitByTime(table, timestampField)].map(([asOf, rows]) => ({
    definition,
    asOf,
    table: rows,
    digest: snapshotDigest(entry, asOf),
    isStamped: false,
  }));
}

/** Deriving it from the file's digest, which is verified, spares hashing the values a second time. */
function snapshotDigest(entry: ManifestTable, asOf: number): string {
  return digestOf(entry.sha256, new Date(asOf).toISOString());
}
