import type { TaskOptions } from '../../task.ts';
import type { TfjsRuntime } from './tfjs-runtime.ts';
import { type TrainedNetwork, type TrainingTask, trainNetwork } from './train-network.ts';

/** Where a network is trained: on this thread, or in a worker. The weights are the same everywhere. */
export interface NetworkTrainer {
  train(task: TrainingTask, options?: TaskOptions): Promise<TrainedNetwork>;
}

/**
 * Trains on the calling thread, which is busy until the end: nothing but `onProgress` can ask for cancellation
 * meanwhile.
 */
export function inThreadTrainer(runtime: TfjsRuntime): NetworkTrainer {
  return { train: async (task, options) => trainNetwork(await runtime.load(), task, options) };
}
