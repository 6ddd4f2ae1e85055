import type { Database } from '../../core/database.ts';
import type { CellVersionRecord, NotebookCollections } from './collections.ts';

/** An earlier text of a cell, and when it was kept. */
export type CellVersion = Pick<CellVersionRecord, 'number' | 'source' | 'keptAt'>;

/** How many versions of a cell are kept. */
export const VERSIONS_KEPT = 50;

/**
 * Keeps a text as the cell's newest version, unless it is that already; drops the oldest beyond 50. The notebook counts
 * as changed then.
 */
export function addVersion(
  database: Database<NotebookCollections>,
  { notebookId, cellId, source, keptAt }: Omit<CellVersionRecord, 'kind' | 'version' | 'number'>,
): Promise<void> {
  return database.write(['notebooks', 'cellVersions'], async (transaction) => {
    const kept = await transaction.getAll('cellVersions', { prefix: [notebookId, cellId] });
    const newest = kept.at(-1);
    if (newest?.source === source) return;
    const number = (newest?.number ?? 0) + 1;
    const key = { notebookId, cellId, number };
    await transaction.put('cellVersions', { kind: 'cell-version', version: 1, ...key, source, keptAt });
    for (const old of kept.slice(0, Math.max(0, kept.length + 1 - VERSIONS_KEPT)))
      await transaction.delete('cellVersions', [notebookId, cellId, old.number]);
    const notebook = await transaction.get('notebooks', notebookId);
    if (notebook !== undefined) await transaction.put('notebooks', { ...notebook, changedAt: keptAt });
  });
}

/** A cell's versions, newest first. */
export async function listVersions(
  database: Database<NotebookCollections>,
  notebookId: string,
  cellId: string,
): Promise<CellVersion[]> {
  const records = await database.read(['cellVersions'], (transaction) =>
    transaction.getAll('cellVersions', { prefix: [notebookId, cellId] }),
  );
  return records.map(({ number, source, keptAt }) => ({ number, source, keptAt })).reverse();
}
