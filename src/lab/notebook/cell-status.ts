import type { CellState } from './notebook-state.ts';

/** How a code cell stands, in one word: first what happens now, then what is wrong with its result, then how it ended. */
export type CellStatus = 'idle' | 'queued' | 'running' | 'edited' | 'stale' | 'ok' | 'error' | 'stopped';

/** The status of a code cell. `isStale`: something that it reads changed after it ran. */
export function statusOf({ cell, phase }: CellState, isStale: boolean): CellStatus {
  if (phase.kind !== 'none') return phase.kind;
  if (cell.kind !== 'code' || cell.lastRun === null) return 'idle';
  if (cell.lastRun.source !== cell.source) return 'edited';
  if (cell.lastRun.end !== 'ok') return cell.lastRun.end;
  return isStale ? 'stale' : 'ok';
}
