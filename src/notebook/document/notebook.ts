import type { CellOutput } from './output.ts';

/** A notebook: its cells in order. */
export interface Notebook {
  readonly kind: 'notebook';
  readonly version: 1;
  readonly id: string;
  readonly title: string;
  readonly cells: readonly Cell[];
}

/** A cell; its id stays the same through edits, moves, export and import. */
export type Cell = CodeCell | MarkdownCell;

/** Code, and what its last run left. */
export interface CodeCell {
  readonly kind: 'code';
  readonly id: string;
  readonly source: string;
  readonly outputs: readonly CellOutput[];
  readonly lastRun: CellRun | null;
}

/** Text in Markdown. */
export interface MarkdownCell {
  readonly kind: 'markdown';
  readonly id: string;
  readonly source: string;
}

/** How a run of a cell ended: well, with an error, or by Stop, the time limit or a crash of the kernel. */
export type RunEnd = 'ok' | 'error' | 'stopped';

/** The last run of a cell. */
export interface CellRun {
  /** Counts the runs of the kernel from 1, as Jupyter's execution count. */
  readonly number: number;
  readonly end: RunEnd;
  /** Who ended a stopped run: the student, the time limit, or a crash of the kernel. */
  readonly stoppedBy?: 'stop' | 'time-limit' | 'crash' | undefined;
  /** When it was started, UTC milliseconds of the computer's clock. */
  readonly startedAt: number;
  readonly durationMs: number;
  /** The source as it was run: an edited cell differs from it. */
  readonly source: string;
  /** Variables of the notebook that the cell uses, and those that it declares or assigns. */
  readonly reads: readonly string[];
  readonly writes: readonly string[];
}
