import type { ForestReply } from '../core/training/forest/forest-server.ts';
import { createWorkerPool, type ForestWorker, type WorkerPool } from '../core/training/forest/worker-pool.ts';

/** Grows forests in module workers of the page, by default one per processor. */
export function createForestPool(size = navigator.hardwareConcurrency): WorkerPool {
  return createWorkerPool({ size, createWorker });
}

function createWorker(): ForestWorker {
  const worker = new Worker(new URL('./forest-worker.ts', import.meta.url), { type: 'module' });
  return {
    post: (request) => worker.postMessage(request),
    listen({ onReply, onCrash }) {
      worker.onmessage = ({ data }: MessageEvent<ForestReply>) => onReply(data);
      worker.onerror = ({ message }) => onCrash(new Error(`the forest's worker stopped: ${message}`));
    },
    terminate: () => worker.terminate(),
  };
}
