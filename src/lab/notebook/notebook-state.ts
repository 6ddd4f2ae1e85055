import type { Progress } from '../../core/task.ts';
import type { Cell } from '../../notebook/document/notebook.ts';
import type { VariableSummary } from '../../notebook/kernel/kernel.ts';
import type { KernelState } from './kernel-host.ts';

/** An open notebook as the page shows it. */
export interface NotebookState {
  readonly id: string;
  readonly title: string;
  /** The cells' ids from top to bottom. */
  readonly order: readonly string[];
  /** By id; cells that were deleted stay here, so that they can come back. */
  readonly cells: Readonly<Record<string, CellState>>;
  /** 'off' until the first run. */
  readonly kernel: KernelState | 'off';
  readonly variables: readonly VariableSummary[];
  /**
   * The cell whose hard stop or crash took the variables, or the last that had run when the kernel ended by itself: cells
   * that relied on them must run again. Null where nothing was lost, or all ran again.
   */
  readonly lostBy: string | null;
  /** How long a cell may run; null for no limit. */
  readonly timeLimitMs: number | null;
  readonly saving: SaveState;
  /** False while another tab edits the notebook, which this one follows. */
  readonly isEditable: boolean;
  /** What undo and redo would take back or do again; null where there is nothing. */
  readonly undoable: StructureChange | null;
  readonly redoable: StructureChange | null;
}

/** A cell with what happens to it now. */
export interface CellState {
  readonly cell: Cell;
  readonly phase: RunPhase;
  /** Its last run was in the kernel that runs now: what it declared is there. */
  readonly isCurrent: boolean;
}

/** Where a cell stands in the queue. */
export type RunPhase =
  | { readonly kind: 'none' }
  | { readonly kind: 'queued' }
  | {
      readonly kind: 'running';
      /** UTC milliseconds of the computer's clock. */
      readonly startedAt: number;
      /** Long tasks inside the cell, by their id. */
      readonly progress: Readonly<Record<number, Progress>>;
    };

/** Whether what is seen is stored. */
export interface SaveState {
  /** Cells whose text is not stored yet. */
  readonly unsaved: readonly string[];
  readonly savedAt: number | null;
  /** Why the last attempt failed; it is repeated. */
  readonly error: unknown;
}

/** A change of the order or the kinds of cells. */
export type StructureChange = 'insert' | 'delete' | 'move' | 'duplicate' | 'paste' | 'kind' | 'cut';

/** How long a cell may run unless the student says otherwise. */
export const DEFAULT_TIME_LIMIT_MS = 60_000;

/** The visible cells from top to bottom. */
export function cellsInOrder({ order, cells }: Pick<NotebookState, 'order' | 'cells'>): CellState[] {
  return order.flatMap((id) => cells[id] ?? []);
}
