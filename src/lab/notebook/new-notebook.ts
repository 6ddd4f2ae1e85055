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
  return crypto.randomUUID();
}
