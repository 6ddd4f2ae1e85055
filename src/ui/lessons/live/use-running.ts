import { useState } from 'react';
import type { RunOutcome } from '../../../lab/course/open-lesson.ts';
import { useCell } from '../../notebook/notebook-context.ts';

/** Running a cell of a lesson, with what kept it from running. */
export interface Running {
  readonly isBusy: boolean;
  /** Lines whose blanks are still to be filled in. */
  readonly blankLines: readonly number[];
  start(): void;
}

/** Runs the cell by `run`; says where blanks were left. */
export function useRunning(cellIds: readonly string[], run: () => Promise<RunOutcome>): Running {
  const [blankLines, setBlankLines] = useState<readonly number[]>([]);
  const first = useCell(cellIds[0] ?? '')?.phase.kind ?? 'none';
  const second = useCell(cellIds[1] ?? '')?.phase.kind ?? 'none';
  return {
    isBusy: first !== 'none' || second !== 'none',
    blankLines,
    start: () => void run().then((outcome) => setBlankLines(outcome?.blankLines ?? [])),
  };
}
