import { TypeMismatchError } from '../../core/errors.ts';
import type { CancelSignal, TaskOptions } from '../../core/task.ts';
import type { KernelMessage, KernelRequest } from '../kernel/protocol.ts';
import type { RemoteChannel } from './channel.ts';
import { fromRemoteError } from './remote-error.ts';

/** The kernel's end of a channel: makes calls, and is given what comes back. */
export interface KernelChannel extends RemoteChannel {
  /** Takes an answer, a refusal or a progress; other requests are not for it. */
  receive(request: KernelRequest): void;
}

interface Waiting {
  readonly task: TaskOptions;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** So many calls are under way at most; the others wait for their turn. */
const MOST_CALLS = 64;

/** Calls by messages. What cannot be cloned is a `TypeError`, before anything is sent. */
export function createChannel(post: (message: KernelMessage) => void): KernelChannel {
  const underWay = new Map<number, Waiting>();
  const queue: (() => void)[] = [];
  let last = 0;

  const settle = (id: number): Waiting | undefined => {
    const waiting = underWay.get(id);
    underWay.delete(id);
    queue.shift()?.();
    return waiting;
  };
  const start = (id: number, method: string, args: readonly unknown[]): void => {
    const { task } = underWay.get(id)!;
    try {
      post({ kind: 'call', call: id, method, args });
      // The other side says how it ended: it may have been done already.
      onAbort(task.signal, () => {
        if (underWay.has(id)) post({ kind: 'cancel', call: id });
      });
    } catch (error) {
      settle(id)?.reject(isCloneError(error) ? cannotCross(error) : error);
    }
  };

  return {
    call: (method, args, task = {}) =>
      new Promise((resolve, reject) => {
        const begin = (): void => {
          const id = ++last;
          underWay.set(id, { task, resolve, reject });
          start(id, method, args);
        };
        if (underWay.size < MOST_CALLS) begin();
        else queue.push(begin);
      }),
    receive(request) {
      if (request.kind === 'reply') settle(request.call)?.resolve(request.value);
      else if (request.kind === 'refusal') settle(request.call)?.reject(fromRemoteError(request.error));
      else if (request.kind === 'progress') {
        const { task } = underWay.get(request.call) ?? {};
        task?.onProgress?.(request.progress);
        // A signal that cannot tell is looked at whenever there is news.
        if (task?.signal?.aborted) post({ kind: 'cancel', call: request.call });
      }
    },
  };
}

function isCloneError(error: unknown): error is Error {
  return error instanceof Error && error.name === 'DataCloneError';
}

function cannotCross({ message }: Error): TypeMismatchError {
  return new TypeMismatchError(
    `an argument is no plain value: ${message}`,
    'await promises first, and give no functions or symbols',
  );
}

function onAbort(signal: CancelSignal | undefined, cancel: () => void): void {
  if (signal === undefined) return;
  if (signal.aborted) cancel();
  else (signal as Partial<AbortEvents>).addEventListener?.('abort', cancel, { once: true });
}

interface AbortEvents {
  addEventListener(type: 'abort', listener: () => void, options: { readonly once: true }): void;
}
