import type { Outdated } from '../../notebook/cell/stale-cells.ts';
import type { CellState } from './notebook-state.ts';

/** How a code cell stands, in one word: first what happens now, then what is wrong with its result, then how it ended. */
export type CellStatus = 'idle' | 'queued' | 'running' | 'edited' | 'stale' | 'ok' | 'error' | 'stopped';

/** The status of a code cell, given why its result no longer holds, if it does not. */
export function statusOf({ cell, phase }: CellState, outdated: Outdated | null): CellStatus {
  if (phase.kind !== 'none') return phase.kind;
  if (cell.kind !== 'code' || cell.lastRun === null) return 'idle';
  if (outdated?.kind === 'edited') return 'edited';
  if (cell.lastRun.end !== 'ok') return cell.lastRun.end;
  return outdated?.kind ?? 'ok';
}
