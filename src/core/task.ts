import { CancelledError } from './errors.ts';

/** What `AbortSignal` offers that core needs; an `AbortSignal` is one. */
export interface CancelSignal {
  readonly aborted: boolean;
}

/** How far a long task is. `total` is null while it cannot be known. */
export interface Progress {
  readonly done: number;
  readonly total: number | null;
  readonly unit: 'rows' | 'bytes' | 'trees' | 'epochs' | 'iterations' | 'tables';
  /** What is being worked on, e.g. a table's name. */
  readonly label: string;
  /** Mean loss of the epoch just ended, where a network is trained. */
  readonly loss?: number;
}

/** Options that every long task takes last. */
export interface TaskOptions {
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly signal?: CancelSignal | undefined;
}

/** The names of `TaskOptions`, to check what a caller gives. */
export const TASK_OPTIONS = ['onProgress', 'signal'] as const;

/** Throws `CancelledError` once `signal` is aborted; called between steps of a long task. */
export function throwIfCancelled(signal: CancelSignal | undefined, task: string): void {
  if (signal?.aborted) {
    throw new CancelledError(`${task} was cancelled`, 'nothing was kept; start it again when you are ready');
  }
}
