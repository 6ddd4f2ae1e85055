import { quote, ValueError } from '../errors.ts';
import type { ColumnType } from './collections.ts';

/** Where a dataset's files are: a folder, a server, a cache. */
export interface DatasetFiles {
  /** The bytes of a file of the dataset, by its name in the manifest. */
  read(name: string): Promise<ArrayBuffer>;
}

/** A table of a dataset, with what its file must be. */
export interface ManifestTable {
  readonly name: string;
  readonly file: string;
  readonly rows: number;
  /** Of the file, as 64 hex digits. */
  readonly sha256: string;
  readonly joinKeys: readonly string[];
  readonly timestampField: string;
  readonly createdTimestampColumn: string | null;
  readonly columns: readonly ColumnType[];
}

/** What `manifest.json` says of a dataset; further members are not read here. */
export interface DatasetManifest {
  readonly kind: 'dataset-manifest';
  readonly version: 1;
  readonly name: string;
  /** The instants of all tables, ISO 8601. */
  readonly asOf: readonly string[];
  readonly tables: readonly ManifestTable[];
}

/** Reads `manifest.json`; a `ValueError` for anything else. */
export async function readManifest(files: DatasetFiles): Promise<DatasetManifest> {
  const text = new TextDecoder('utf-8').decode(await files.read('manifest.json'));
  const manifest = parse(text) as Partial<DatasetManifest> | null;
  if (manifest?.kind !== 'dataset-manifest' || manifest.version !== 1 || !Array.isArray(manifest.tables)) {
    throw new ValueError(
      `manifest.json is no manifest of version 1: ${quote(text.slice(0, 40))}`,
      'the dataset is damaged or of a newer lab; load it again',
    );
  }
  return manifest as DatasetManifest;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
