import type { CellProgram } from '../kernel/kernel.ts';
import type { Code, Lesson, SetupBlock, Step } from './lesson.ts';

/** Reads a shared preparation of `lessons/prepare`; null where there is none of that name. */
export type LoadPreparation = (name: string) => Promise<string | null>;

/** The setups that a step begins with, in order: the introduction's, then its own. */
export function setupsOf(
  lesson: Pick<Lesson, 'introduction'>,
  step: Pick<Step, 'blocks'>,
): readonly SetupBlock[] {
  return [...lesson.introduction, ...step.blocks].filter((block) => block.kind === 'setup');
}

/** The check of a block, run after it: it sees the notebook and leaves nothing of its own there. */
export function checkProgramOf(blockId: string, { source }: Pick<Code, 'source'>): CellProgram {
  return { cellId: checkIdOf(blockId), source, scope: 'own' };
}

/** The id under which the check of a block runs. */
export function checkIdOf(blockId: string): string {
  return `${blockId}-check`;
}
