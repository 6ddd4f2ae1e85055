import type { ForestExecutor } from '../../core/training/forest/forest-executor.ts';
import type { ForestReply } from '../../core/training/forest/forest-server.ts';
import {
  createWorkerPool,
  type ForestWorker,
  type WorkerPool,
} from '../../core/training/forest/worker-pool.ts';
import type { ThreadMaker } from './thread-maker.ts';

/** Grows forests in workers of the kernel, one per processor; they end with it. */
export function createKernelForests(threads: ThreadMaker, loadScript: () => Promise<string>): ForestExecutor {
  let pool: WorkerPool | null = null;
  return {
    async grow(task, options) {
      const script = await loadScript();
      pool ??= createWorkerPool({
        size: threads.nThreads,
        createWorker: () => toForestWorker(threads.start(script)),
      });
      return pool.grow(task, options);
    },
  };
}

function toForestWorker(worker: Worker): ForestWorker {
  return {
    post: (request) => worker.postMessage(request),
    listen({ onReply, onCrash }) {
      worker.onmessage = ({ data }: MessageEvent<ForestReply>) => onReply(data);
      worker.onerror = ({ message }) => onCrash(new Error(`the forest's worker stopped: ${message}`));
    },
    terminate: () => worker.terminate(),
  };
}
