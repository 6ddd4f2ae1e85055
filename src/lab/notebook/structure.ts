import type { Cell, CodeCell, MarkdownCell } from '../../notebook/document/notebook.ts';
import type { CellState, NotebookState, StructureChange } from './notebook-state.ts';

/** The part of an open notebook that undo takes back: which cells there are, in which order, of which kind. */
export interface Structure {
  readonly order: readonly string[];
  readonly kinds: Readonly<Record<string, Cell['kind']>>;
}

/** A structure to go back to, and the change that left it. */
export interface UndoEntry {
  readonly change: StructureChange;
  readonly before: Structure;
}

/** The structure of a notebook as it stands. */
export function structureOf({ order, cells }: Pick<NotebookState, 'order' | 'cells'>): Structure {
  return { order, kinds: Object.fromEntries(Object.entries(cells).map(([id, { cell }]) => [id, cell.kind])) };
}

/** A notebook with another structure; the texts of cells stay as they are now. */
export function withStructure(
  state: NotebookState,
  { order, kinds }: Structure,
): Pick<NotebookState, 'order' | 'cells'> {
  const cells = Object.entries(state.cells).map(([id, cellState]) => {
    const kind = kinds[id] ?? cellState.cell.kind;
    return [id, kind === cellState.cell.kind ? cellState : stateOf(ofKind(cellState.cell, kind))] as const;
  });
  return { order, cells: Object.fromEntries(cells) };
}

/** The order with ids put in before position `at`. */
export function insertedAt(order: readonly string[], at: number, ids: readonly string[]): string[] {
  return [...order.slice(0, at), ...ids, ...order.slice(at)];
}

/** The order with one id moved up (-1) or down (+1); itself where it cannot move. */
export function movedBy(order: readonly string[], id: string, step: -1 | 1): readonly string[] {
  const from = order.indexOf(id);
  const to = from + step;
  if (from === -1 || to < 0 || to >= order.length) return order;
  const others = order.filter((other) => other !== id);
  return insertedAt(others, to, [id]);
}

/** A cell that has not run. */
export function newCell(id: string, kind: Cell['kind'], source: string): Cell {
  return kind === 'markdown' ? { kind, id, source } : { kind, id, source, outputs: [], lastRun: null };
}

/** The same text as another kind of cell; what a run left goes with the code. */
export function ofKind(cell: Cell, kind: Cell['kind']): CodeCell | MarkdownCell {
  return cell.kind === kind ? cell : (newCell(cell.id, kind, cell.source) as CodeCell | MarkdownCell);
}

/** A cell at rest, as a notebook that was just opened has it. */
export function stateOf(cell: Cell): CellState {
  return { cell, phase: { kind: 'none' }, isCurrent: false };
}
