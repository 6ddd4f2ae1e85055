import type { Cell, Notebook } from '../../notebook/document/notebook.ts';
import { newCell } from './structure.ts';

/** A notebook with one empty code cell. */
export function newNotebook(title: string, newId: () => string): Notebook {
  return {
    ...{ kind: 'notebook', version: 1, id: newId(), title },
    cells: [newCell(newId(), 'code', '')],
  };
}

/** The same cells, outputs and all, as a notebook of its own. */
export function copyOfNotebook(notebook: Notebook, title: string, newId: () => string): Notebook {
  const cells = notebook.cells.map((cell): Cell => ({ ...cell, id: newId() }));
  return { ...notebook, id: newId(), title, cells };
}

/** A new id of a notebook or cell. */
export function randomId(): string {
  // Not `randomUUID`, which plain `http` addresses lack: a classroom's server may have no other.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
