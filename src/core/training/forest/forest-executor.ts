import type { GrowTask } from './grow-task.ts';
import { type GrowOptions, growTrees } from './grow-trees.ts';
import type { GrownTrees } from './grown-trees.ts';

/**
 * Where the trees of a forest are grown: on this thread, or shared out to workers. The trees and their order are
 * the same everywhere. `nJobs` is how many workers the caller would like, null leaves the choice.
 */
export interface ForestExecutor {
  grow(task: GrowTask, options?: GrowOptions & { readonly nJobs?: number | null }): Promise<GrownTrees>;
}

/** Grows on the calling thread. */
export const inThreadExecutor: ForestExecutor = {
  grow(task, options) {
    return growTrees(task, options);
  },
};
