import { createAcceleratedGrower } from './accelerator/accelerated-grower.ts';
import { loadAccelerator } from './accelerator/accelerator-module.ts';
import type { GrowTask } from './grow-task.ts';
import type { GrownTrees } from './grown-trees.ts';
import { growReferenceTree } from './reference-grower.ts';

/** Grows the tree of a seed. */
export type TreeGrower = (seed: number) => GrownTrees;

/** A grower for this task: compiled code where the engine can run it, else the reference. Same trees. */
export async function createGrower(task: GrowTask): Promise<TreeGrower> {
  const module = await loadAccelerator();
  if (module === null) return (seed) => growReferenceTree(task, seed);
  return createAcceleratedGrower(task, module);
}
