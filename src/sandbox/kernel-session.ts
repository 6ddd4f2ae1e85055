import type { Engine } from '../core/engine/create-engine.ts';
import { LabError } from '../core/errors.ts';
import type { DatasetFiles } from '../core/snapshots/dataset-manifest.ts';
import type { CellProgram, CellResult, RunListener, VariableSummary } from '../notebook/kernel/kernel.ts';
import type { KernelMessage, KernelRequest } from '../notebook/kernel/protocol.ts';
import { createCallServer } from '../notebook/remote/call-server.ts';
import type { EngineTopic } from '../notebook/remote/engine-method.ts';
import { readEngineState } from '../notebook/remote/engine-state.ts';
import { readKernelMessage } from './kernel-message.ts';
import { isKernelPart, loadKernelPart } from './kernel-parts.ts';
import { createMessageBudget } from './message-budget.ts';

/** What every kernel of a client is given. */
export interface KernelSessionOptions {
  /** The one engine that cells may touch. */
  readonly engine: Engine;
  /** The shipped datasets by name. */
  readonly datasets: Readonly<Record<string, DatasetFiles>>;
  /** Version of the code, for receipts. */
  readonly codeVersion: string;
  /** Who works in the lab. */
  readonly user: string;
  /** Told what of the lab a cell may have changed. */
  readonly onTopics?: ((topics: readonly EngineTopic[]) => void) | undefined;
}

/** How a run ended, as the kernel says. */
export interface SessionRun extends CellResult {
  readonly variables: readonly VariableSummary[];
}

/** The page's end of one kernel, from its start to its end. */
export interface KernelSession {
  readonly generation: number;
  /** When the kernel is there; rejects where it did not come up. */
  readonly ready: Promise<void>;
  /** An error that nobody caught in the kernel; ends the waiting for one that is not there yet. */
  onError(message: string): void;
  /** Runs a cell; null where the kernel ended before the cell did. */
  run(cell: CellProgram, listener: RunListener): Promise<SessionRun | null>;
  readonly isRunning: boolean;
  /** When the run under way has ended; at once where there is none. */
  readonly idle: Promise<unknown>;
  interrupt(): void;
  /** Ends all dealings with the kernel; the run under way ends with null. */
  close(): Promise<void>;
}

/** How often it is looked whether the page has changed what a running cell reads without waiting. */
const STATE_MS = 250;

interface RunUnderWay {
  readonly number: number;
  readonly listener: RunListener;
  readonly settle: (run: SessionRun | null) => void;
}

/**
 * Speaks with one kernel over `port`, and believes nothing it says: a message that is not as it should be is dropped.
 * One without which the page cannot go on, or more of them than a kernel has reason for, end it by `onBroken`.
 */
export function openKernelSession(
  { generation, port }: { readonly generation: number; readonly port: MessagePort },
  { engine, datasets, codeVersion, user, onTopics }: KernelSessionOptions,
  onBroken: (reason: string) => void,
): KernelSession {
  let underWay: RunUnderWay | null = null;
  /** Outputs may come when a run has ended: of timers, of promises that nobody awaited. */
  let latest: RunUnderWay | null = null;
  let nRuns = 0;
  let isOpen = true;
  const { promise: ready, resolve: becomeReady, reject: failToStart } = withResolvers();
  const post = (request: KernelRequest): void => {
    if (isOpen) port.postMessage(request);
  };
  const server = createCallServer({
    ...{ engine, datasets, post, onTopics },
    timer: () => performance.now(),
  });
  const budget = createMessageBudget(onBroken);
  const settle = (run: SessionRun | null): void => {
    const ended = underWay;
    underWay = null;
    ended?.settle(run);
  };
  const onMessage = (message: KernelMessage): void => {
    const run = 'run' in message && message.run === latest?.number ? latest : null;
    if (message.kind === 'ready') becomeReady();
    else if (message.kind === 'call') server.call(message);
    else if (message.kind === 'cancel') server.cancel(message.call);
    else if (message.kind === 'part') void deliver(message.part);
    else if (run === null) return;
    else if (message.kind === 'output') run.listener.onOutput(message.output);
    else if (message.kind === 'progress') run.listener.onProgress(message.task, message.progress);
    else if (run === underWay) settle({ ...message.result, variables: message.variables });
  };
  const onMalformed = (data: unknown): void => {
    const { kind } = Object(data) as { readonly kind?: unknown };
    // Without its end a run would seem to go on for ever.
    if (kind === 'done') onBroken('an end of a run that is none');
    if (kind !== 'output') return;
    latest?.listener.onOutput({ kind: 'text', level: 'warn', text: 'an output could not be shown' });
  };
  const deliver = async (part: unknown): Promise<void> => {
    if (isKernelPart(part)) post({ kind: 'part', part, content: await loadKernelPart(part) });
  };
  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (!isOpen || !budget.spend(data)) return;
    const message = readKernelMessage(data);
    if (message === null) onMalformed(data);
    else onMessage(message);
  };
  post({
    kind: 'start',
    setting: { datasets: Object.keys(datasets), user, codeVersion, state: readEngineState(engine) },
  });
  let idle: Promise<unknown> = Promise.resolve();
  const run = (cell: CellProgram, listener: RunListener): Promise<SessionRun | null> =>
    new Promise((resolve) => {
      server.sendState();
      budget.reset();
      underWay = { number: ++nRuns, listener, settle: resolve };
      latest = underWay;
      post({ kind: 'run', run: nRuns, cell });
    });
  return {
    generation,
    ready,
    get isRunning() {
      return underWay !== null;
    },
    get idle() {
      return idle;
    },
    onError(message) {
      failToStart(new LabError(`the kernel did not start: ${message}`, 'reload the page'));
      latest?.listener.onOutput({ kind: 'text', level: 'error', text: message });
    },
    async run(cell, listener) {
      if (!isOpen) return null;
      const running = run(cell, listener);
      // The page may change the lab meanwhile, by another of its stations.
      const watch = setInterval(() => server.sendState(), STATE_MS);
      idle = running.finally(() => clearInterval(watch));
      return running;
    },
    interrupt: () => post({ kind: 'interrupt' }),
    async close() {
      isOpen = false;
      port.close();
      settle(null);
      await server.close();
    },
  };
}

/** `Promise.withResolvers`, which is younger than the oldest browsers that the lab runs in. */
function withResolvers(): {
  readonly promise: Promise<void>;
  resolve(): void;
  reject(error: Error): void;
} {
  let resolve = (): void => undefined;
  let reject = (_error: Error): void => undefined;
  const promise = new Promise<void>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}
