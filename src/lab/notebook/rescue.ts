import type { Cell } from '../../notebook/document/notebook.ts';
import type { NotebookStore } from '../../notebook/document/notebook-store.ts';

/** What the rescue keeps things in: `localStorage` or the like, whose writes are done when they return. */
export type RescueStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

type RescuedCell = Pick<Cell, 'id' | 'kind' | 'source'>;

const KEY = 'streamflow-notebook-rescue';

/**
 * Keeps the texts of cells that were not stored yet when the page is taken away: a database may not finish its last
 * write then. Read back by `applyRescue`.
 */
export function rescueCells(storage: RescueStorage, notebookId: string, cells: readonly Cell[]): void {
  if (cells.length === 0) return;
  const rescued = cells.map(({ id, kind, source }): RescuedCell => ({ id, kind, source }));
  storage.setItem(KEY, JSON.stringify({ notebookId, cells: rescued }));
}

/** The page stayed after all, and what was rescued is stored: nothing is to be read back. */
export function dropRescue(storage: RescueStorage): void {
  storage.removeItem(KEY);
}

/** Stores what was rescued, before anything is read. */
export async function applyRescue(storage: RescueStorage, store: NotebookStore): Promise<void> {
  const rescued = read(storage.getItem(KEY));
  for (const cell of rescued?.cells ?? []) await store.saveSource(rescued!.notebookId, cell);
  storage.removeItem(KEY);
}

/** Only what is well-formed: the key may have been written by another version. */
function read(text: string | null): { notebookId: string; cells: readonly RescuedCell[] } | null {
  try {
    const { notebookId, cells } = JSON.parse(text ?? 'null') ?? {};
    const isCell = ({ id, kind, source }: Partial<RescuedCell>): boolean =>
      typeof id === 'string' && typeof source === 'string' && (kind === 'code' || kind === 'markdown');
    return typeof notebookId === 'string' && Array.isArray(cells) && cells.every(isCell)
      ? { notebookId, cells }
      : null;
  } catch {
    return null;
  }
}
