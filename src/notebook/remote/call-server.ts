import type { Engine } from '../../core/engine/create-engine.ts';
import { CancelledError, LabError, suggest } from '../../core/errors.ts';
import type { DatasetFiles } from '../../core/snapshots/dataset-manifest.ts';
import type { Progress } from '../../core/task.ts';
import type { Run } from '../../core/tracking/run.ts';
import type { KernelMessage, KernelRequest } from '../kernel/protocol.ts';
import { CALL_LIMITS, checkPlain } from './check-plain.ts';
import type { EngineTopic } from './engine-method.ts';
import { ENGINE_METHODS } from './engine-methods.ts';
import { readEngineState } from './engine-state.ts';
import { toRemoteError } from './remote-error.ts';

/** What answers a kernel's calls: the one engine that they may touch, and who hears of it. */
export interface CallServerOptions {
  readonly engine: Engine;
  /** The shipped datasets by name. */
  readonly datasets: Readonly<Record<string, DatasetFiles>>;
  /** Milliseconds that only ever grow, to pass progress on at a pace. */
  readonly timer: () => number;
  /** Sends a message to the kernel. */
  readonly post: (request: KernelRequest) => void;
  /** Told what of the lab a call may have changed, when it has ended. */
  readonly onTopics?: ((topics: readonly EngineTopic[]) => void) | undefined;
}

/** One kernel's way into the lab. */
export interface CallServer {
  /** Answers a call by reply or refusal. Never throws, whatever the message holds. */
  call(message: Extract<KernelMessage, { kind: 'call' }>): Promise<void>;
  cancel(call: number): void;
  /** Sends the state that cells read without waiting, where it is another than was sent last. */
  sendState(): void;
  /** Cancels what is under way, answers nothing more, and ends the runs that the kernel left running as KILLED. */
  close(): Promise<void>;
}

/** More calls at a time are refused; a kernel keeps its own waiting. */
const MOST_CALLS = 256;

/** Progress is passed on this often at most. */
const PROGRESS_MS = 50;

/** Serves `engine` to one kernel: every call is checked whole before it does anything. */
export function createCallServer({ engine, datasets, timer, post, onTopics }: CallServerOptions): CallServer {
  const running = new Map<number, { aborted: boolean }>();
  const startedRuns = new Set<string>();
  let sentState = '';
  let isClosed = false;

  const send = (request: KernelRequest): void => {
    if (!isClosed) post(request);
  };
  const sendState = (): void => {
    const state = readEngineState(engine);
    const text = JSON.stringify(state);
    if (text === sentState) return;
    sentState = text;
    send({ kind: 'state', state });
  };
  const answer = async (
    message: { readonly method: string; readonly args: readonly unknown[] },
    id: number,
  ) => {
    const signal = running.get(id)!;
    const { method, args } = message;
    const known = ENGINE_METHODS.get(method);
    if (known === undefined) {
      throw new LabError(`there is no method '${method}'`, suggest(method, ENGINE_METHODS.keys()));
    }
    checkPlain(args, CALL_LIMITS);
    const onProgress = throttle((progress) => send({ kind: 'progress', call: id, progress }), timer);
    try {
      const value = await known.call({ engine, datasets }, args, { onProgress, signal });
      if (signal.aborted && isClosed) throw new CancelledError('the kernel has ended', 'run the cell again');
      noteRun(startedRuns, method, value);
      return value;
    } finally {
      if (known.changes.length > 0) onTopics?.(known.changes);
    }
  };

  return {
    sendState,
    async call(message) {
      const { call: id } = message;
      if (isClosed || typeof id !== 'number') return;
      try {
        checkShape(message);
        if (running.has(id)) throw new LabError(`call ${id} is under way`, 'number every call anew');
        if (running.size >= MOST_CALLS) {
          throw new LabError(`more than ${MOST_CALLS} calls at a time`, 'await some of them first');
        }
      } catch (error) {
        return send({ kind: 'refusal', call: id, error: toRemoteError(error) });
      }
      running.set(id, { aborted: false });
      try {
        const value = await answer(message, id);
        // First the state that the call left, so that a cell that goes on sees what it did.
        sendState();
        send({ kind: 'reply', call: id, value });
      } catch (error) {
        sendState();
        send({ kind: 'refusal', call: id, error: toRemoteError(error) });
      } finally {
        running.delete(id);
      }
    },
    cancel(id) {
      const signal = running.get(id);
      if (signal !== undefined) signal.aborted = true;
    },
    async close() {
      isClosed = true;
      for (const signal of running.values()) signal.aborted = true;
      if (await killRuns(engine, startedRuns)) onTopics?.(['runs']);
    },
  };
}

function checkShape({ method, args }: { readonly method: unknown; readonly args: unknown }): void {
  if (typeof method === 'string' && method.length < 100 && Array.isArray(args)) return;
  throw new LabError('this is no call', 'name a method and list its arguments');
}

/** Remembers a run that the kernel started or took up again: its end depends on the kernel. */
function noteRun(startedRuns: Set<string>, method: string, value: unknown): void {
  if (method !== 'tracking.createRun' && method !== 'tracking.updateRun') return;
  const { info } = value as Run;
  if (info.status === 'RUNNING') startedRuns.add(info.runId);
}

/** Ends the runs that nobody will end any more, as MLflow marks those of a killed process. */
async function killRuns(engine: Engine, runIds: ReadonlySet<string>): Promise<boolean> {
  const { client } = engine.tracking;
  let isAnyKilled = false;
  for (const runId of runIds) {
    const { status, lifecycleStage } = (await client.getRun(runId)).info;
    if (status !== 'RUNNING' || lifecycleStage !== 'active') continue;
    await client.setTerminated(runId, 'KILLED');
    isAnyKilled = true;
  }
  return isAnyKilled;
}

function throttle(report: (progress: Progress) => void, timer: () => number): (progress: Progress) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (progress) => {
    const now = timer();
    if (now - last < PROGRESS_MS && progress.done !== progress.total) return;
    last = now;
    report(progress);
  };
}
