import type { CodeCell } from '../../../notebook/document/notebook.ts';
import type { ErrorOutput } from '../../../notebook/document/output.ts';

/** Where in a cell's own text its last run failed, and how; lines and columns count from 1. */
export interface CellFailure {
  readonly line: number;
  readonly column: number | null;
  readonly message: string;
}

/** Where in its own text the cell failed; null where it did not, or only in code of another cell. */
export function failureOf({ id, outputs }: CodeCell): CellFailure | null {
  const error = outputs.findLast((output): output is ErrorOutput => output.kind === 'error');
  const place = error?.places.find(({ cellId }) => cellId === id);
  if (error === undefined || place === undefined) return null;
  return { line: place.line, column: place.column, message: `${error.name}: ${error.message}` };
}
