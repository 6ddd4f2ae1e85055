import type { Fault } from './faults.ts';

const DAY_MS = 86_400_000;

/** Whether materializing `view` silently does nothing. */
export function skipsMaterialization(faults: readonly Fault[], view: string): boolean {
  return faults.some(
    (fault) => fault.kind === 'skip-materialization' && (fault.view === undefined || fault.view === view),
  );
}

/** How late the rows of `view` are: a materialization up to T sees only those up to T minus this many milliseconds. */
export function latenessMs(faults: readonly Fault[], view: string): number {
  const late = faults.find((fault) => fault.kind === 'late-data' && fault.view === view);
  return late?.kind === 'late-data' ? late.days * DAY_MS : 0;
}
