import { type CancelSignal, throwIfCancelled } from '../../task.ts';
import { createAcceleratedGrower, type TreeGrower } from './accelerator/accelerated-grower.ts';
import { loadAccelerator } from './accelerator/accelerator-module.ts';
import type { GrowTask } from './grow-task.ts';
import { concatTrees, type GrownTrees } from './grown-trees.ts';
import { growReferenceTree } from './reference-grower.ts';

export interface GrowOptions {
  /** Called after each tree with the number of trees that are ready. */
  readonly onTree?: ((nReady: number) => void) | undefined;
  readonly signal?: CancelSignal | undefined;
}

/** Grows all trees of the task, one after the other, on this thread; in compiled code where the engine can. */
export async function growTrees(task: GrowTask, { onTree, signal }: GrowOptions = {}): Promise<GrownTrees> {
  const growTree = await createGrower(task);
  const trees: GrownTrees[] = [];
  for (const seed of task.seeds) {
    throwIfCancelled(signal, 'growing the forest');
    trees.push(growTree(seed));
    onTree?.(trees.length);
  }
  return concatTrees(trees);
}

async function createGrower(task: GrowTask): Promise<TreeGrower> {
  const module = await loadAccelerator();
  if (module === null) return (seed) => growReferenceTree(task, seed);
  return createAcceleratedGrower(task, module);
}
