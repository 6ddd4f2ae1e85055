import { LabError } from '../../core/errors.ts';
import type { Progress } from '../../core/task.ts';
import type { CellOutput, ErrorOutput } from '../../notebook/document/output.ts';
import type { CellProgram, RunListener } from '../../notebook/kernel/kernel.ts';
import { whileUnderWay } from '../session/work-under-way.ts';
import type { Topic } from '../workspace/workspace.ts';
import type { HostedResult, KernelHost, KernelState, OpenKernel } from './kernel-host.ts';
import { createOutputBuffer } from './output-buffer.ts';

/** Why a run was ended from outside. */
export type StopReason = 'stop' | 'time-limit' | 'crash';

/** A run that ended. */
export interface EndedRun extends HostedResult {
  /** Counts the runs of the kernel from 1. */
  readonly number: number;
  readonly source: string;
  readonly startedAt: number;
  readonly durationMs: number;
  readonly stoppedBy: StopReason | null;
}

/** What the queue tells its notebook. */
export interface RunQueueEvents {
  onQueued(cellId: string): void;
  /** It will not run after all: a cell before it failed, or Stop was pressed. */
  onDropped(cellId: string): void;
  onStart(cellId: string, startedAt: number): void;
  onOutputs(cellId: string, outputs: readonly CellOutput[]): void;
  onProgress(cellId: string, taskId: number, progress: Progress): void;
  onEnd(cellId: string, run: EndedRun): void;
  onKernel(state: KernelState): void;
  onTopics(topics: readonly Topic[]): void;
}

/** Cells that wait for the one kernel of a notebook, and the one that runs. */
export interface RunQueue {
  /** Queues cells that do not wait already. Resolves when the queue has run dry. */
  add(cellIds: readonly string[]): Promise<void>;
  /** Ends the running cell and drops those that wait. */
  stop(): Promise<void>;
  /** Stops, then starts a kernel without variables, where there was one. */
  restart(): Promise<void>;
  /** Counts from now for the running cell, too. */
  limitChanged(): void;
  close(): void;
}

/** What the queue needs. */
export interface RunQueueOptions {
  readonly openKernel: OpenKernel;
  readonly events: RunQueueEvents;
  /** The cell's text when its turn comes; null where it cannot run any more. */
  readonly sourceOf: (cellId: string) => string | null;
  readonly timeLimitMs: () => number | null;
  /** The wall clock, UTC milliseconds. */
  readonly now: () => number;
}

interface Running {
  readonly cellId: string;
  readonly startedAt: number;
  stoppedBy: StopReason | null;
}

/** Runs cells one after the other; a cell that ends badly drops those that wait. The kernel starts with the first. */
export function createRunQueue({
  openKernel,
  events,
  sourceOf,
  timeLimitMs,
  now,
}: RunQueueOptions): RunQueue {
  let waiting: string[] = [];
  let kernel: Promise<KernelHost> | null = null;
  let pumping: Promise<void> | null = null;
  let running: Running | null = null;
  let limit: ReturnType<typeof setTimeout> | undefined;
  let nRuns = 0;

  const drop = (): void => {
    const dropped = waiting;
    waiting = [];
    for (const cellId of dropped) events.onDropped(cellId);
  };

  const end = async (reason: StopReason): Promise<void> => {
    drop();
    if (running === null) return;
    running.stoppedBy ??= reason;
    await (await kernel)?.stop();
    await pumping;
  };

  const startLimit = (): void => {
    clearTimeout(limit);
    const limitMs = timeLimitMs();
    if (running === null || limitMs === null) return;
    limit = setTimeout(() => void end('time-limit'), Math.max(0, running.startedAt + limitMs - now()));
  };

  const runHosted = async (cell: CellProgram, listener: RunListener): Promise<HostedResult> => {
    try {
      kernel ??= Promise.resolve(openKernel({ onState: events.onKernel, onTopics: events.onTopics }));
      const opened = kernel;
      return await whileUnderWay(async () => (await opened).run(cell, listener));
    } catch (error) {
      // The kernel itself did not come up, or broke its promise never to reject: the student is told in the cell.
      kernel = null;
      listener.onOutput(errorOutputOf(error));
      return { end: 'error', reads: [], writes: [], variables: [], stateKept: false };
    }
  };

  const runOne = async (cellId: string, source: string): Promise<EndedRun> => {
    const startedAt = now();
    const run: Running = { cellId, startedAt, stoppedBy: null };
    running = run;
    events.onStart(cellId, startedAt);
    startLimit();
    const outputs = createOutputBuffer((batch) => events.onOutputs(cellId, batch));
    const listener: RunListener = {
      onOutput: outputs.add,
      onProgress: (taskId, progress) => events.onProgress(cellId, taskId, progress),
    };
    const result = await runHosted({ cellId, source }, listener);
    clearTimeout(limit);
    outputs.flush();
    running = null;
    nRuns++;
    const stoppedBy = result.end === 'stopped' ? (run.stoppedBy ?? 'crash') : null;
    return { ...result, source, startedAt, number: nRuns, durationMs: now() - startedAt, stoppedBy };
  };

  const pump = async (): Promise<void> => {
    for (let cellId = waiting.shift(); cellId !== undefined; cellId = waiting.shift()) {
      const source = sourceOf(cellId);
      if (source === null) {
        events.onDropped(cellId);
        continue;
      }
      const ended = await runOne(cellId, source);
      events.onEnd(cellId, ended);
      if (!ended.stateKept) nRuns = 0;
      if (ended.end !== 'ok') drop();
    }
  };

  return {
    async add(cellIds) {
      for (const cellId of cellIds) {
        if (waiting.includes(cellId) || running?.cellId === cellId) continue;
        waiting.push(cellId);
        events.onQueued(cellId);
      }
      pumping ??= pump().finally(() => {
        clearTimeout(limit);
        running = null;
        pumping = null;
      });
      await pumping;
    },
    stop: () => end('stop'),
    async restart() {
      await end('stop');
      nRuns = 0;
      await (await kernel)?.restart();
    },
    limitChanged: startLimit,
    close() {
      drop();
      clearTimeout(limit);
      void kernel?.then((host) => host.close());
    },
  };
}

function errorOutputOf(error: unknown): ErrorOutput {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return { kind: 'error', name, message, hint: error instanceof LabError ? error.hint : null, places: [] };
}
