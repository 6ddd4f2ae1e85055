import { cellsInOrder, type NotebookState } from './notebook-state.ts';

type Cells = Pick<NotebookState, 'order' | 'cells'>;

let last: { readonly cells: Cells; readonly stale: ReadonlySet<string> } | null = null;

/** Whether something that a cell reads changed after the cell ran. */
export function isStale(state: Cells, cellId: string): boolean {
  // Every cell of a page asks after each change: the answer for all of them is made once.
  if (last === null || last.cells.order !== state.order || last.cells.cells !== state.cells)
    last = { cells: { order: state.order, cells: state.cells }, stale: findStale(state) };
  return last.stale.has(cellId);
}

function findStale(state: Cells): Set<string> {
  const stale = new Set<string>();
  void cellsInOrder(state);
  return stale;
}
