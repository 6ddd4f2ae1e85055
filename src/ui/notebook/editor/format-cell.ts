import type { NotebookSession } from '../../../lab/notebook/notebook-session.ts';
import { loadMonaco } from './use-monaco.ts';

/** Writes a cell's code as the language service would; loads it where it was not needed yet. */
export async function formatCell(session: NotebookSession, cellId: string): Promise<void> {
  const cell = session.state.getState().cells[cellId]?.cell;
  if (cell?.kind !== 'code') return;
  const monaco = await loadMonaco();
  session.edit(cellId, await monaco.format(cellId, cell.source));
  session.leave(cellId);
}
