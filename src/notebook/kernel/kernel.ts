import type { Dtype } from '../../core/table/column.ts';
import type { Progress } from '../../core/task.ts';
import type { RunEnd } from '../document/notebook.ts';
import type { CellOutput } from '../document/output.ts';

/** A cell to run. */
export interface CellProgram {
  readonly cellId: string;
  readonly source: string;
  /**
   * Where its top-level declarations go: to the notebook (the default), or nowhere: a check sees the notebook's
   * variables, and as `result` what the last cell displayed, and leaves none of its own behind. What an attempt at an
   * exercise declared is forgotten by the next one: it is judged by its present text alone.
   */
  readonly scope?: 'notebook' | 'own' | 'attempt' | undefined;
  /** Names that cells declare which have not run yet: an error about one of them tells to run that cell. */
  readonly declaredLater?: readonly string[] | undefined;
}

/**
 * What a run of a cell may tell while it goes on. Outputs may still come when it has ended: of timers it started, of
 * promises it forgot; they belong to the cell that ran last.
 */
export interface RunListener {
  onOutput(output: CellOutput): void;
  /** How far a fit, join or import inside the cell is; `taskId` tells several apart. */
  onProgress(taskId: number, progress: Progress): void;
}

/** How a run ended. Its error, if any, was the last output: after a check that failed, a `CheckFailedError`. */
export interface CellResult {
  readonly end: Exclude<RunEnd, 'stopped'>;
  /** Variables of the notebook that the cell uses, and those that it declares or assigns; sorted. */
  readonly reads: readonly string[];
  readonly writes: readonly string[];
}

/** A variable of the notebook as the editor and the variables panel show it. */
export interface VariableSummary {
  readonly name: string;
  /** As in `ValueTree`. */
  readonly type: string;
  readonly preview: string;
  readonly isConst: boolean;
  /** Columns of a table, for completion. */
  readonly columns?: Readonly<Record<string, Dtype>> | undefined;
}

/**
 * Runs cells one after the other in one scope: top-level declarations stay for the cells that follow and may be
 * declared anew. The same in a browser's worker and in Node.
 */
export interface Kernel {
  /** Runs one cell; one at a time. Never rejects: errors are outputs. */
  run(cell: CellProgram, listener: RunListener): Promise<CellResult>;
  /**
   * Asks the running cell to end: tasks under way are cancelled, which ends most cells with an `AbortError`. A cell
   * that computes without a pause does not notice; its host must end the kernel.
   */
  interrupt(): void;
  /** The notebook's variables in order of their names. */
  variables(): readonly VariableSummary[];
  /**
   * Shows an error that nothing caught with the cell that ran last. The host calls it for its `unhandledrejection` and
   * `error` events: what a timer threw, or a promise that a function dropped.
   */
  reportStray(error: unknown): void;
}
