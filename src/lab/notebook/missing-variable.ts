import { type CellState, cellsInOrder, type NotebookState } from './notebook-state.ts';

/** A variable that a cell failed for, and the cell that would give it. */
export interface MissingVariable {
  readonly name: string;
  readonly cellId: string;
}

/**
 * The variable that a cell lacked, where another cell of the notebook declares it that `isSkipped`: by default, one that
 * has not run in this kernel, after a reload, after a lost kernel, or because it was never run. Null where the cell failed
 * for another reason.
 */
export function missingVariable(
  state: NotebookState,
  cellId: string,
  isSkipped: (other: CellState) => boolean = ({ isCurrent }) => !isCurrent,
): MissingVariable | null {
  const cell = state.cells[cellId]?.cell;
  const error =
    cell?.kind === 'code' ? cell.outputs.findLast((output) => output.kind === 'error') : undefined;
  const name = error?.name === 'ReferenceError' && /^([\p{L}_$][\p{L}\p{N}_$]*) /u.exec(error.message)?.[1];
  if (!name) return null;
  const declares = new RegExp(
    `\\b(?:const|let|var|function|class)\\b[^=;]*\\b${name.replaceAll('$', '\\$')}\\b`,
  );
  const owner = cellsInOrder(state).find(
    (other) =>
      other.cell.id !== cellId &&
      other.cell.kind === 'code' &&
      isSkipped(other) &&
      declares.test(other.cell.source),
  );
  return owner === undefined ? null : { name, cellId: owner.cell.id };
}
