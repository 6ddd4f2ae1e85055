import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type ForestExecutor, inThreadExecutor } from '../core/training/forest/forest-executor.ts';
import type { ForestReply } from '../core/training/forest/forest-server.ts';
import type { GrowTask } from '../core/training/forest/grow-task.ts';
import { createWorkerPool, type ForestWorker, type WorkerPool } from '../core/training/forest/worker-pool.ts';

/**
 * Work below this stays on the calling thread: a thread takes some 0.3 s to start and to read its TypeScript. One
 * unit is a row looked at in one column on one level of a tree; a processor does about 100 million a second.
 */
const WORTH_SHARING = 200_000_000;

/** Grows small forests on this thread, and large ones in one thread per processor. */
export function createForestPool(): ForestExecutor {
  const size = availableParallelism();
  const pool = createThreadPool(size);
  return {
    grow(task, options) {
      const isShared = size > 1 && options?.nJobs !== 1 && estimateWork(task) > WORTH_SHARING;
      return (isShared ? pool : inThreadExecutor).grow(task, options);
    },
  };
}

/** Grows every forest in up to `size` threads, which stay ready until the pool is closed. */
export function createThreadPool(size: number): WorkerPool {
  return createWorkerPool({ size, createWorker });
}

function estimateWork({ columns, limits, seeds }: GrowTask): number {
  const levels = Math.min(Math.log2(columns.nRows), limits.maxDepth);
  return seeds.length * columns.nRows * limits.maxFeatures * levels;
}

function createWorker(): ForestWorker {
  const worker = new Worker(workerUrl(), { execArgv: [] });
  // A waiting thread must not keep a finished script alive.
  worker.unref();
  return {
    post(request) {
      if (request.kind === 'begin') worker.ref();
      if (request.kind === 'end') worker.unref();
      worker.postMessage(request);
    },
    listen({ onReply, onCrash }) {
      worker.removeAllListeners('message').on('message', (reply: ForestReply) => onReply(reply));
      worker.removeAllListeners('error').on('error', onCrash);
    },
    terminate: () => void worker.terminate(),
  };
}

/** Node 20 reads no TypeScript, and a thread does not inherit the loader of its parent: it registers its own. */
function workerUrl(): URL {
  const source = `
    import { register } from ${JSON.stringify(import.meta.resolve('tsx/esm/api'))};
    register();
    await import(${JSON.stringify(new URL('./forest-worker.ts', import.meta.url).href)});`;
  return new URL(`data:text/javascript,${encodeURIComponent(source)}`);
}
