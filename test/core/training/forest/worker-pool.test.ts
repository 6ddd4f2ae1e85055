import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inThreadExecutor } from '../../../../src/core/training/forest/forest-executor.ts';
import { createForestServer, type ForestReply } from '../../../../src/core/training/forest/forest-server.ts';
import { createWorkerPool, type ForestWorker } from '../../../../src/core/training/forest/worker-pool.ts';
import { anyGrowTask } from './any-task.ts';

describe('createWorkerPool', () => {
  it('puts trees together in seed order, whichever worker is slow', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyGrowTask,
        fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }),
        async (task, delays) => {
          let nCreated = 0;
          const createWorker = () => workerThatWaits(delays[nCreated++]!);
          const trees = await createWorkerPool({ size: 4, createWorker }).grow(task);
          expect(trees).toEqual(await inThreadExecutor.grow(task));
        },
      ),
      { numRuns: 20 },
    );
  });

  it('rejects with what went wrong in a worker, and ends all of them', async () => {
    const [task] = fc.sample(anyGrowTask, { numRuns: 1, seed: 1 });
    let nEnded = 0;
    const createWorker = (): ForestWorker => {
      const worker = workerThatWaits(0);
      const terminate = () => nEnded++;
      return {
        ...worker,
        listen: ({ onCrash }) => void setTimeout(() => onCrash(new Error('out of memory'))),
        terminate,
      };
    };
    const growing = createWorkerPool({ size: 1, createWorker }).grow(task!);
    await expect(growing).rejects.toThrow('out of memory');
    expect(nEnded).toBe(1);
  });
});

/** A worker on this thread that delivers each reply after some milliseconds. */
function workerThatWaits(delayMs: number): ForestWorker {
  let onReply: (reply: ForestReply) => void = () => {};
  const serve = createForestServer((reply) => setTimeout(() => onReply(reply), delayMs));
  return {
    post: (request) => void serve(request),
    listen: (hears) => {
      onReply = hears.onReply;
    },
    terminate: () => {},
  };
}
