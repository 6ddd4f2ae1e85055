import { LabError } from '../core/errors.ts';
import type { Progress } from '../core/task.ts';
import { inThreadTrainer } from '../core/training/tfjs/network-trainer.ts';
import type { TrainedNetwork, TrainingTask } from '../core/training/tfjs/train-network.ts';
import { tfjsRuntime } from './tfjs-runtime.ts';

/** What the worker answers to the one task that it is sent. */
export type MlpAnswer =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'trained'; readonly trained: TrainedNetwork }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string; readonly hint: string };

addEventListener('message', async ({ data: task }: MessageEvent<TrainingTask>) => {
  const answer = (message: MlpAnswer) => postMessage(message);
  try {
    const onProgress = (progress: Progress) => answer({ kind: 'progress', progress });
    answer({ kind: 'trained', trained: await inThreadTrainer(tfjsRuntime).train(task, { onProgress }) });
  } catch (error) {
    const { name, message } = error as Error;
    answer({ kind: 'failed', name, message, hint: error instanceof LabError ? error.hint : '' });
  }
});
