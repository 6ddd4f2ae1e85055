import { type Outdated, outdatedCells } from '../../notebook/cell/stale-cells.ts';
import type { Cell } from '../../notebook/document/notebook.ts';
import { cellsInOrder, type NotebookState } from './notebook-state.ts';

type Cells = Pick<NotebookState, 'order' | 'cells'>;

let last: { readonly cells: Cells; readonly outdated: ReadonlyMap<string, Outdated> } | null = null;

/** Why a cell's outputs are not what a run would give now; null where they still are. */
export function outdatedOf(state: Cells, cellId: string): Outdated | null {
  // Every cell of a page asks after each change: the answer for all of them is made once.
  if (last === null || last.cells.order !== state.order || last.cells.cells !== state.cells)
    last = { cells: { order: state.order, cells: state.cells }, outdated: findOutdated(state) };
  return last.outdated.get(cellId) ?? null;
}

/** Every kernel counts its runs from 1: runs of several are put in order by when they started. */
function findOutdated(state: Cells): ReadonlyMap<string, Outdated> {
  const cells = cellsInOrder(state).map(({ cell }) => cell);
  const starts = cells.flatMap((cell) => (cell.kind === 'code' && cell.lastRun?.startedAt) || []);
  const inOrder = starts.toSorted((a, b) => a - b);
  return outdatedCells(
    cells.map((cell): Cell => {
      if (cell.kind !== 'code' || cell.lastRun === null) return cell;
      return { ...cell, lastRun: { ...cell.lastRun, number: inOrder.indexOf(cell.lastRun.startedAt) + 1 } };
    }),
  );
}
