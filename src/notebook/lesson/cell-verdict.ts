import type { CellRecord } from './lesson-lab.ts';

/** What a student is told after a cell and its check: nothing wrong, or why not. */
export interface CellVerdict {
  readonly passed: boolean;
  /** Whether it is a check that failed, rather than the code itself. */
  readonly isCheck: boolean;
  /** The name of the error that ended the cell, empty where none did. */
  readonly errorName: string;
  /** The hint of the failed check, or the error's message and hint. */
  readonly message: string;
  /** The line of the cell on which it failed, from 1; null where it is not known. */
  readonly line: number | null;
}

const PASSED: CellVerdict = { passed: true, isCheck: false, errorName: '', message: '', line: null };

/** Reads how a cell ended from its outputs. */
export function verdictOf(record: CellRecord, cellId: string): CellVerdict {
  if (record.end === 'ok') return PASSED;
  const error = record.outputs.findLast((output) => output.kind === 'error');
  const failed = record.outputs.findLast((output) => output.kind === 'check' && !output.result.passed);
  const line = error?.places.find((place) => place.cellId === cellId)?.line ?? null;
  const isCheck = error?.name === 'CheckFailedError';
  const message =
    isCheck && failed?.kind === 'check'
      ? failed.result.hint
      : [error?.message ?? '', error?.hint ?? ''].join(' ').trim();
  return { passed: false, isCheck, errorName: error?.name ?? '', message, line };
}
