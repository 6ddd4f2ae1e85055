import type { Block, Step } from '../../notebook/lesson/lesson.ts';
import { missingVariable } from '../notebook/missing-variable.ts';
import type { NotebookState } from '../notebook/notebook-state.ts';

/** A variable that code of a lesson lacks, and the block above that would give it. */
export interface SkippedBlock {
  readonly name: string;
  readonly block: Extract<Block, { kind: 'example' | 'exercise' }>;
}

/**
 * The example or exercise above, in the same step, that declares what a cell failed for and has not run in the step's lab.
 * Null where the cell failed for another reason. Other steps have labs of their own.
 */
export function skippedBlock(
  state: NotebookState,
  cellId: string,
  { steps, ranCellIds }: { readonly steps: readonly Step[]; readonly ranCellIds: readonly string[] },
): SkippedBlock | null {
  const isIt = (block: Block): boolean => block.kind !== 'text' && block.id === cellId;
  const blocks = steps.find((step) => step.blocks.some(isIt))?.blocks ?? [];
  const above = blocks
    .slice(0, blocks.findIndex(isIt))
    .filter((block) => block.kind === 'example' || block.kind === 'exercise')
    .filter(({ id }) => !ranCellIds.includes(id));
  const missing = missingVariable(state, cellId, ({ cell }) => above.some(({ id }) => id === cell.id));
  const block = above.find(({ id }) => id === missing?.cellId);
  return missing === null || block === undefined ? null : { name: missing.name, block };
}
