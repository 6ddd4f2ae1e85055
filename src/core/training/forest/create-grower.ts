import { createAcceleratedGrower } from './accelerator/accelerated-grower.ts';
import { loadAccelerator } from './accelerator/accelerator-module.ts';
import type { GrowTask } from './grow-task.ts';
import type { GrownTrees } from './grown-trees.ts';
import { growReferenceTree } from './reference-grower.ts';

/** Grows the tree of a seed. */
export type TreeGrower = (seed: number) => GrownTrees;

/**
 * A grower for this task: compiled code where the engine can run it, else the reference. Same trees. Fused arithmetic
 * is the reference's alone, as WebAssembly has no exact instruction for it.
 */
export async function createGrower(task: GrowTask): Promise<TreeGrower> {
  const module = task.arithmetic === 'fused' ? null : await loadAccelerator();
  if (module === null) return (seed) => growReferenceTree(task, seed);
  return createAcceleratedGrower(task, module);
}
