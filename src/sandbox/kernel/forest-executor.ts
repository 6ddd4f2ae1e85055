import { LabError } from '../../core/errors.ts';
import type { ForestExecutor } from '../../core/training/forest/forest-executor.ts';
import type { ForestReply } from '../../core/training/forest/forest-server.ts';
import { createWorkerPool, type ForestWorker } from '../../core/training/forest/worker-pool.ts';
import type { ForestWorkerMessage, ForestWorkerRequest } from '../frame/frame-message.ts';

/** Where forest workers are asked for. */
export interface ForestMeans {
  readonly port: MessagePort;
  readonly nWorkers: number;
}

/**
 * Grows forests in workers that the frame starts for the kernel, up to `nWorkers`; they end with it. Keeps what it needs
 * from a global scope that loses it afterwards.
 */
export function keepForests({ port, nWorkers }: ForestMeans): ForestExecutor {
  const { MessageChannel } = globalThis;
  const crashes = new Map<number, (error: Error) => void>();
  const post = (request: ForestWorkerRequest, transfer: Transferable[] = []): void =>
    port.postMessage(request, transfer);
  let nStarted = 0;
  const createWorker = (): ForestWorker => {
    const worker = ++nStarted;
    const { port1: own, port2: its } = new MessageChannel();
    post({ kind: 'start', worker }, [its]);
    return {
      post: (request) => own.postMessage(request),
      listen({ onReply, onCrash }) {
        own.onmessage = ({ data }: MessageEvent<ForestReply>) => onReply(data);
        crashes.set(worker, onCrash);
      },
      terminate() {
        crashes.delete(worker);
        own.close();
        post({ kind: 'end', worker });
      },
    };
  };
  port.onmessage = ({ data }: MessageEvent<ForestWorkerMessage>) => crashes.get(data.worker)?.(toError(data));
  return createWorkerPool({ size: nWorkers, createWorker });
}

function toError(message: ForestWorkerMessage): Error {
  return message.kind === 'crashed'
    ? new Error(`the forest's worker stopped: ${message.message}`)
    : new LabError(
        "the forest's worker could not be loaded",
        'check the connection, then run the cell again',
      );
}
