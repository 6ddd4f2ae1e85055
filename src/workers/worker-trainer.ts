import { LabError } from '../core/errors.ts';
import { type CancelSignal, type TaskOptions, throwIfCancelled } from '../core/task.ts';
import type { NetworkTrainer } from '../core/training/tfjs/network-trainer.ts';
import type { TrainedNetwork, TrainingTask } from '../core/training/tfjs/train-network.ts';
import type { MlpAnswer } from './mlp.worker.ts';

/** Trains each network in a worker of its own, so that the page stays usable. Cancelling ends the worker. */
export const workerTrainer: NetworkTrainer = {
  async train(task, { onProgress, signal } = {}) {
    checkSignal(signal);
    const worker = new Worker(new URL('./mlp.worker.ts', import.meta.url), { type: 'module' });
    try {
      return await answerOf(worker, task, { onProgress, signal });
    } finally {
      worker.terminate();
    }
  },
};

function answerOf(
  worker: Worker,
  task: TrainingTask,
  { onProgress, signal }: TaskOptions,
): Promise<TrainedNetwork> {
  return new Promise((resolve, reject) => {
    const checkCancelled = () => {
      try {
        checkSignal(signal);
      } catch (error) {
        reject(error);
      }
    };
    if (signal instanceof AbortSignal) signal.addEventListener('abort', checkCancelled, { once: true });
    worker.addEventListener('error', () => {
      reject(new LabError('the training worker did not start', 'reload the page'));
    });
    worker.addEventListener('message', ({ data: answer }: MessageEvent<MlpAnswer>) => {
      if (answer.kind === 'trained') resolve(answer.trained);
      if (answer.kind === 'failed') reject(revived(answer));
      if (answer.kind !== 'progress') return;
      onProgress?.(answer.progress);
      checkCancelled();
    });
    worker.postMessage(task);
  });
}

function checkSignal(signal: CancelSignal | undefined): void {
  throwIfCancelled(signal, 'training of the network');
}

/** Errors cross threads as text; this one is told apart by its name again. */
function revived({ name, message, hint }: Extract<MlpAnswer, { kind: 'failed' }>): LabError {
  return Object.assign(new LabError(message, hint), { name });
}
