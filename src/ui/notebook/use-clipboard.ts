import type { Cell } from '../../notebook/document/notebook.ts';

const clipboard: { cell: Cell | null } = { cell: null };

/** The cell that was cut or copied last; the same in every notebook of the page, so that cells can go from one to another. */
export function useClipboard(): { cell: Cell | null } {
  return clipboard;
}
