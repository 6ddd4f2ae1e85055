import { type CancelSignal, throwIfCancelled } from '../../task.ts';
import type { GrowTask } from './grow-task.ts';
import { concatTrees, type GrownTrees } from './grown-trees.ts';
import { growReferenceTree } from './reference-grower.ts';

export interface GrowOptions {
  /** Called after each tree with the number of trees that are ready. */
  readonly onTree?: ((nReady: number) => void) | undefined;
  readonly signal?: CancelSignal | undefined;
}

/** Grows all trees of the task, one after the other, on this thread. */
export function growTrees(task: GrowTask, { onTree, signal }: GrowOptions = {}): GrownTrees {
  const trees: GrownTrees[] = [];
  for (const seed of task.seeds) {
    throwIfCancelled(signal, 'growing the forest');
    trees.push(growReferenceTree(task, seed));
    onTree?.(trees.length);
  }
  return concatTrees(trees);
}
