import { readFileSync } from 'node:fs';
import type { StreamflowManifest } from '../../datasets/streamflow/generator/manifest.ts';
import { cellAt } from '../../src/core/table/column.ts';
import { readParquet } from '../../src/core/table/parquet/read-parquet.ts';
import { columnOf, type Table } from '../../src/core/table/table.ts';
import { take } from '../../src/core/table/take.ts';

/** The committed dataset, read from its files. */
export interface Shipped {
  readonly manifest: StreamflowManifest;
  /** By name, every row as delivered. */
  readonly delivered: ReadonlyMap<string, Table>;
  /** By name, one row per user and month: what holds after corrections. Sorted by user and month. */
  readonly settled: ReadonlyMap<string, Table>;
}

export const FOLDER = new URL('../../datasets/streamflow/', import.meta.url);
export const DAY_MS = 86_400_000;
export const JANUARY = Date.UTC(2024, 0, 31);
export const FEBRUARY = Date.UTC(2024, 1, 29);

export async function readShipped(): Promise<Shipped> {
  const manifest = JSON.parse(readFileSync(new URL('manifest.json', FOLDER), 'utf8')) as StreamflowManifest;
  const delivered = new Map<string, Table>();
  const settled = new Map<string, Table>();
  for (const { name, file } of manifest.tables) {
    const bytes = new Uint8Array(readFileSync(new URL(file, FOLDER)));
    const table = await readParquet(bytes.buffer, { fileName: file });
    delivered.set(name, table);
    settled.set(name, take(table, rowsAfterCorrections(table)));
  }
  return { manifest, delivered, settled };
}

/** User and month of a row, as one text. */
export function keyAt(table: Table, row: number): string {
  return `${userAt(table, row)} ${columnOf(table, 'as_of').values[row]}`;
}

export function userAt(table: Table, row: number): string {
  return String(cellAt(columnOf(table, 'user_id'), row));
}

/** Per user and month the position of the latest creation, the last in the file where two tie; ascending. */
function rowsAfterCorrections(table: Table): Int32Array {
  const created = columnOf(table, 'created_timestamp').values;
  const winners = new Map<string, number>();
  for (let row = 0; row < table.nRows; row++) {
    const key = keyAt(table, row);
    const former = winners.get(key);
    if (former === undefined || created[row]! >= created[former]!) winners.set(key, row);
  }
  return Int32Array.from(winners.values()).sort();
}
