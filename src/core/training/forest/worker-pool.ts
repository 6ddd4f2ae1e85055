import { CancelledError } from '../../errors.ts';
import { type CancelSignal, throwIfCancelled } from '../../task.ts';
import type { ForestExecutor, GrowOptions } from './forest-executor.ts';
import type { ForestReply, ForestRequest } from './forest-server.ts';
import type { GrowTask } from './grow-task.ts';
import { concatTrees, type GrownTrees } from './grown-trees.ts';

/** A worker that runs `createForestServer`, as the host's own kind of worker sees it. */
export interface ForestWorker {
  post(request: ForestRequest): void;
  /** Says who hears of replies and of the worker's death; replaces whoever heard before. */
  listen(hears: { onReply(reply: ForestReply): void; onCrash(error: Error): void }): void;
  /** Ends the worker at once and frees its memory. */
  terminate(): void;
}

export interface WorkerPoolOptions {
  readonly createWorker: () => ForestWorker;
  /** The most workers to use at once. */
  readonly size: number;
}

/** An executor that keeps its workers from fit to fit, until it is closed. */
export interface WorkerPool extends ForestExecutor {
  close(): void;
}

/** How many requests each worker gets on average: enough that a slow worker leaves trees to the others. */
const REQUESTS_PER_WORKER = 6;

/** Shares a forest out to up to `size` workers. Cancelling terminates them; the next fit starts new ones. */
export function createWorkerPool({ createWorker, size }: WorkerPoolOptions): WorkerPool {
  const idle: ForestWorker[] = [];
  return {
    async grow(task, options = {}) {
      throwIfCancelled(options.signal, 'growing the forest');
      const nWorkers = Math.min(workersWanted(options.nJobs, size), task.seeds.length);
      const workers = Array.from({ length: nWorkers }, () => idle.pop() ?? createWorker());
      try {
        const trees = await shareOut(task, workers, options);
        idle.push(...workers);
        return trees;
      } catch (error) {
        for (const worker of workers) worker.terminate();
        throw error;
      }
    },
    close() {
      for (const worker of idle.splice(0)) worker.terminate();
    },
  };
}

function workersWanted(nJobs: number | null | undefined, size: number): number {
  return nJobs === null || nJobs === undefined || nJobs === -1 ? size : Math.min(nJobs, size);
}

/** Gives every worker the task, then seeds whenever it has none; puts the trees together in seed order. */
function shareOut(
  task: GrowTask,
  workers: readonly ForestWorker[],
  { onTree, signal }: GrowOptions,
): Promise<GrownTrees> {
  const requests = cutSeeds(task.seeds, workers.length * REQUESTS_PER_WORKER);
  const grown: GrownTrees[] = [];
  let nTrees = 0;
  let nGrown = 0;
  let next = 0;
  return new Promise((resolve, reject) => {
    const cancel = () =>
      reject(new CancelledError('growing the forest was cancelled', 'nothing was kept of it'));
    const stopListening = onAbort(signal, cancel);
    const settle = (trees: GrownTrees) => {
      stopListening();
      resolve(trees);
    };
    for (const worker of workers) {
      let current = -1;
      const giveSeeds = () => {
        current = next++;
        const seeds = requests[current];
        worker.post(seeds === undefined ? { kind: 'end' } : { kind: 'grow', seeds });
      };
      worker.listen({
        onCrash: reject,
        onReply(reply) {
          if (signal?.aborted) {
            cancel();
          } else if (reply.kind === 'failed') {
            reject(new Error(reply.message));
          } else if (reply.kind === 'tree') {
            onTree?.(++nTrees);
          } else {
            grown[current] = reply.trees;
            giveSeeds();
            if (++nGrown === requests.length) settle(concatTrees(grown));
          }
        },
      });
      worker.post({ kind: 'begin', task });
      giveSeeds();
    }
  });
}

function cutSeeds(seeds: Int32Array, nParts: number): Int32Array[] {
  const size = Math.ceil(seeds.length / nParts);
  const nRequests = Math.ceil(seeds.length / size);
  return Array.from({ length: nRequests }, (_, i) => seeds.slice(i * size, (i + 1) * size));
}

/** Hears of an abort at once where the signal can tell, as an `AbortSignal` does; gives what ends the hearing. */
function onAbort(signal: CancelSignal | undefined, listener: () => void): () => void {
  const source = signal as (CancelSignal & Partial<AbortEvents>) | undefined;
  source?.addEventListener?.('abort', listener);
  return () => source?.removeEventListener?.('abort', listener);
}

interface AbortEvents {
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}
