import { digestOfValue } from '../../core/digest.ts';
import type { Workspace } from './workspace.ts';

/** SHA-256 hex of everything stored as data, names and content; null while there is none. */
export async function readDatasetDigest({ engine }: Workspace): Promise<string | null> {
  const tables = await engine.snapshots.listTables();
  if (tables.length === 0) return null;
  return digestOfValue(tables.map(({ name, digest }) => [name, digest]));
}
