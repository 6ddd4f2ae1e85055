import type { Engine } from '../../core/engine/create-engine.ts';
import { LabError, suggest } from '../../core/errors.ts';
import type { DatasetFiles } from '../../core/snapshots/dataset-manifest.ts';
import type { Progress } from '../../core/task.ts';
import type { KernelMessage, KernelRequest } from '../kernel/protocol.ts';
import { CALL_LIMITS, checkPlain } from './check-plain.ts';
import type { EngineTopic } from './engine-method.ts';
import { ENGINE_METHODS } from './engine-methods.ts';
import { readEngineState } from './engine-state.ts';
import { createKernelRuns } from './kernel-runs.ts';
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
  call(message: CallMessage): void;
  cancel(call: number): void;
  /** Sends the state that cells read without waiting, where it is another than was sent last. */
  sendState(): void;
  /** Cancels what is under way, answers nothing more, and ends the runs that the kernel left running as KILLED. */
  close(): Promise<void>;
}

/** A call under way. */
interface Call {
  readonly signal: { aborted: boolean };
  readonly answered: Promise<void>;
}

type CallMessage = Extract<KernelMessage, { kind: 'call' }>;

/** More calls at a time are refused; a kernel keeps its own waiting. */
const MOST_CALLS = 256;

/** Progress is passed on this often at most. */
const PROGRESS_MS = 50;

/** Serves `engine` to one kernel: every call is checked whole before it does anything. */
export function createCallServer({ engine, datasets, timer, post, onTopics }: CallServerOptions): CallServer {
  const underWay = new Map<number, Call>();
  const runs = createKernelRuns(engine.tracking.client);
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
  const perform = async ({ call, method, args }: CallMessage, signal: Call['signal']): Promise<unknown> => {
    const known = ENGINE_METHODS.get(method);
    if (known === undefined) {
      throw new LabError(`there is no method '${method}'`, suggest(method, ENGINE_METHODS.keys()));
    }
    checkPlain(args, CALL_LIMITS);
    const onProgress = throttle((progress) => send({ kind: 'progress', call, progress }), timer);
    try {
      const value = await known.call({ engine, datasets }, args, { onProgress, signal });
      runs.note(method, args, value);
      return value;
    } finally {
      if (known.changes.length > 0) onTopics?.(known.changes);
    }
  };
  const answer = async (message: CallMessage, signal: Call['signal']): Promise<void> => {
    const { call } = message;
    try {
      const value = await perform(message, signal);
      // First the state that the call left, so that a cell that goes on sees what it did.
      sendState();
      send({ kind: 'reply', call, value });
    } catch (error) {
      sendState();
      send({ kind: 'refusal', call, error: toRemoteError(error) });
    }
    underWay.delete(call);
  };
  const accept = (message: CallMessage): void => {
    const { call } = message;
    checkShape(message);
    if (underWay.has(call)) throw new LabError(`call ${call} is under way`, 'number every call anew');
    if (underWay.size >= MOST_CALLS) {
      throw new LabError(`more than ${MOST_CALLS} calls at a time`, 'await some of them first');
    }
    const signal = { aborted: false };
    underWay.set(call, { signal, answered: answer(message, signal) });
  };

  return {
    sendState,
    call(message) {
      if (isClosed) return;
      try {
        accept(message);
      } catch (error) {
        send({ kind: 'refusal', call: message.call, error: toRemoteError(error) });
      }
    },
    cancel(call) {
      const signal = underWay.get(call)?.signal;
      if (signal !== undefined) signal.aborted = true;
    },
    async close() {
      isClosed = true;
      for (const { signal } of underWay.values()) signal.aborted = true;
      // What was under way may still start a run.
      await Promise.all([...underWay.values()].map(({ answered }) => answered));
      if (await runs.kill()) onTopics?.(['runs']);
    },
  };
}

function checkShape({ method, args }: { readonly method: unknown; readonly args: unknown }): void {
  if (typeof method === 'string' && method.length < 100 && Array.isArray(args)) return;
  throw new LabError('this is no call', 'name a method and list its arguments');
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
