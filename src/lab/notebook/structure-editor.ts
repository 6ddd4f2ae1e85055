import type { StoreApi } from 'zustand/vanilla';
import type { Cell } from '../../notebook/document/notebook.ts';
import type { NotebookState, StructureChange } from './notebook-state.ts';
import {
  insertedAt,
  movedBy,
  newCell,
  ofKind,
  stateOf,
  structureOf,
  type UndoEntry,
  withStructure,
} from './structure.ts';

/** What can be done to the cells of a notebook as wholes. All of it can be undone. */
export interface StructureEditor {
  /** A new cell before position `at`; its id. */
  insert(at: number, kind: Cell['kind'], source?: string): string;
  remove(cellId: string, change?: 'delete' | 'cut'): void;
  move(cellId: string, step: -1 | 1): void;
  /** A copy right below; its id, null where there is no such cell. */
  duplicate(cellId: string): string | null;
  /** A copy of a cell of this or another notebook before position `at`; its id. */
  paste(at: number, cell: Cell): string;
  setKind(cellId: string, kind: Cell['kind']): void;
  /** Brings a deleted cell back before position `at`, as the same cell. */
  bringBack(at: number, cell: Cell): void;
  /** Takes the last change back, and says which it was. */
  undo(): StructureChange | null;
  redo(): StructureChange | null;
}

/** What the editor works on. `onChange` is told the cells whose record must be written with the order. */
export interface StructureEditorOptions {
  readonly state: Pick<StoreApi<NotebookState>, 'getState' | 'setState'>;
  readonly newId: () => string;
  readonly onChange: (changedCells: readonly string[]) => void;
}

const MAX_UNDO = 100;

/** Changes the structure of an open notebook, and takes changes back. */
export function createStructureEditor({ state, newId, onChange }: StructureEditorOptions): StructureEditor {
  let undos: readonly UndoEntry[] = [];
  let redos: readonly UndoEntry[] = [];

  const showUndo = (): void =>
    state.setState({ undoable: undos.at(-1)?.change ?? null, redoable: redos.at(-1)?.change ?? null });

  const apply = (
    change: StructureChange,
    next: Partial<Pick<NotebookState, 'order' | 'cells'>>,
    changedCells: readonly string[] = [],
  ): void => {
    if (!state.getState().isEditable) return;
    undos = [...undos, { change, before: structureOf(state.getState()) }].slice(-MAX_UNDO);
    redos = [];
    state.setState(next);
    showUndo();
    onChange(changedCells);
  };

  const add = (change: StructureChange, at: number, cell: Cell): string => {
    const { order, cells } = state.getState();
    const next = {
      order: insertedAt(order, at, [cell.id]),
      cells: { ...cells, [cell.id]: stateOf(cell) },
    };
    apply(change, next, [cell.id]);
    return cell.id;
  };

  const copyOf = (cell: Cell): Cell => ({ ...cell, id: newId() });

  /** Goes from the present structure to the last of `from`. */
  const goBack = (from: readonly UndoEntry[]): { entry: UndoEntry; now: UndoEntry } | null => {
    const entry = from.at(-1);
    if (entry === undefined || !state.getState().isEditable) return null;
    const before = state.getState();
    const now = { change: entry.change, before: structureOf(before) };
    const next = withStructure(before, entry.before);
    state.setState(next);
    const changed = Object.keys(next.cells).filter((id) => next.cells[id] !== before.cells[id]);
    onChange(changed);
    return { entry, now };
  };

  return {
    insert: (at, kind, source = '') => add('insert', at, newCell(newId(), kind, source)),
    remove(cellId, change = 'delete') {
      const { order } = state.getState();
      apply(change, { order: order.filter((id) => id !== cellId) });
    },
    move(cellId, step) {
      const { order } = state.getState();
      const moved = movedBy(order, cellId, step);
      if (moved !== order) apply('move', { order: moved });
    },
    duplicate(cellId) {
      const { order, cells } = state.getState();
      const cell = cells[cellId]?.cell;
      return cell === undefined ? null : add('duplicate', order.indexOf(cellId) + 1, copyOf(cell));
    },
    paste: (at, cell) => add('paste', at, copyOf(cell)),
    setKind(cellId, kind) {
      const { cells } = state.getState();
      const cell = cells[cellId]?.cell;
      if (cell === undefined || cell.kind === kind) return;
      apply('kind', { cells: { ...cells, [cellId]: stateOf(ofKind(cell, kind)) } }, [cellId]);
    },
    bringBack: (at, cell) => void add('insert', at, cell),
    undo() {
      const gone = goBack(undos);
      if (gone === null) return null;
      undos = undos.slice(0, -1);
      redos = [...redos, gone.now];
      showUndo();
      return gone.entry.change;
    },
    redo() {
      const gone = goBack(redos);
      if (gone === null) return null;
      redos = redos.slice(0, -1);
      undos = [...undos, gone.now];
      showUndo();
      return gone.entry.change;
    },
  };
}
