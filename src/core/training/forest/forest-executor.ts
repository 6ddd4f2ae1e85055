import { type CancelSignal, throwIfCancelled } from '../../task.ts';
import { createGrower } from './create-grower.ts';
import type { GrowTask } from './grow-task.ts';
import { concatTrees, type GrownTrees } from './grown-trees.ts';

export interface GrowOptions {
  /** Called after each tree with the number of trees that are ready. */
  readonly onTree?: ((nReady: number) => void) | undefined;
  readonly signal?: CancelSignal | undefined;
  /** How many workers the caller would like; −1 is all, null leaves the choice. */
  readonly nJobs?: number | null;
}

/**
 * Where the trees of a forest are grown: on this thread, or shared out to workers. The trees and their order are
 * the same everywhere. Rejects with `CancelledError` once the signal is aborted.
 */
export interface ForestExecutor {
  grow(task: GrowTask, options?: GrowOptions): Promise<GrownTrees>;
}

/** Grows all trees on the calling thread, one after the other; the page stands still until the last one. */
export const inThreadExecutor: ForestExecutor = {
  async grow(task, { onTree, signal } = {}) {
    const growTree = await createGrower(task);
    const trees: GrownTrees[] = [];
    for (const seed of task.seeds) {
      throwIfCancelled(signal, 'growing the forest');
      trees.push(growTree(seed));
      onTree?.(trees.length);
      // Core has no timers, but promises that are ready get their turn between two trees.
      await null;
    }
    return concatTrees(trees);
  },
};
