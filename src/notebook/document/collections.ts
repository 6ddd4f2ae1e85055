import type { KeyPaths } from '../../core/database.ts';
import type { Cell, CellRun } from './notebook.ts';
import type { CellOutput } from './output.ts';

/** A notebook without its cells: its title, and which cells it has in which order. Times are UTC milliseconds. */
export interface NotebookRecord {
  readonly kind: 'notebook';
  readonly version: 1;
  readonly notebookId: string;
  readonly title: string;
  readonly cellIds: readonly string[];
  readonly createdAt: number;
  readonly changedAt: number;
  /** When it was deleted; it stays readable, and can be brought back, until it is erased. */
  readonly deletedAt: number | null;
}

/** The text of one cell, alone in its record: a keystroke writes no more than this. */
export interface CellRecord {
  readonly kind: 'cell';
  readonly version: 1;
  readonly notebookId: string;
  readonly cellId: string;
  readonly cellKind: Cell['kind'];
  readonly source: string;
  readonly changedAt: number;
  /** When it was taken out of the notebook; it can be brought back. */
  readonly deletedAt: number | null;
}

/** What the last run of a cell left. */
export interface CellRunRecord {
  readonly kind: 'cell-run';
  readonly version: 1;
  readonly notebookId: string;
  readonly cellId: string;
  readonly outputs: readonly CellOutput[];
  readonly lastRun: CellRun | null;
}

/** An earlier text of a cell. */
export interface CellVersionRecord {
  readonly kind: 'cell-version';
  readonly version: 1;
  readonly notebookId: string;
  readonly cellId: string;
  /** Counts a cell's versions from 1. */
  readonly number: number;
  readonly source: string;
  readonly keptAt: number;
}

/** What notebooks store. */
export type NotebookCollections = {
  notebooks: NotebookRecord;
  cells: CellRecord;
  cellRuns: CellRunRecord;
  cellVersions: CellVersionRecord;
};

/** The keys of the notebooks' collections. */
export const notebookKeyPaths: KeyPaths<NotebookCollections> = {
  notebooks: 'notebookId',
  cells: ['notebookId', 'cellId'],
  cellRuns: ['notebookId', 'cellId'],
  cellVersions: ['notebookId', 'cellId', 'number'],
};
