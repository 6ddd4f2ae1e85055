import type { RunEnd } from '../../notebook/document/notebook.ts';
import type { CellProgram, CellResult, RunListener, VariableSummary } from '../../notebook/kernel/kernel.ts';
import type { Topic } from '../workspace/workspace.ts';

/**
 * What a kernel does at the moment; 'starting' also when it was lost, with all variables, and another takes its place,
 * 'stopping' until it has ended or was replaced, 'crashed' until it is restarted.
 */
export type KernelState = 'starting' | 'idle' | 'running' | 'stopping' | 'crashed';

/** How a run in a kernel that can be stopped from outside ended. */
export interface HostedResult extends Omit<CellResult, 'end'> {
  readonly end: RunEnd;
  /** The notebook's variables after the run. */
  readonly variables: readonly VariableSummary[];
  /** Whether the variables of earlier cells are still there; a hard stop loses them. */
  readonly stateKept: boolean;
}

/** A kernel somewhere else, that can be stopped whatever it does. One run at a time. */
export interface KernelHost {
  readonly state: KernelState;
  run(cell: CellProgram, listener: RunListener): Promise<HostedResult>;
  /** Ends what runs, within half a second even if it never pauses. */
  stop(): Promise<void> | void;
  /** A new kernel without variables. */
  restart(): Promise<void> | void;
  close(): void;
}

/** What a kernel tells besides the outputs of runs. */
export interface KernelEvents {
  onState(state: KernelState): void;
  /** Cells changed this of the lab. */
  onTopics(topics: readonly Topic[]): void;
}

/** Starts a kernel; called on the first run, not before. */
export type OpenKernel = (events: KernelEvents) => KernelHost | Promise<KernelHost>;
