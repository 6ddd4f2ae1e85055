import type { Lesson, PictureBlock, Step } from '../../../notebook/lesson/lesson.ts';

/**
 * The pictures for a step: its own; without any, those of the last step before it that has some, or of the introduction.
 * Those that follow the example `heldBackBy` would tell its result, and are left out.
 */
export function picturesOf(
  lesson: Pick<Lesson, 'introduction' | 'steps'>,
  step: Step,
  heldBackBy: string | null = null,
): readonly PictureBlock[] {
  const upTo = lesson.steps.slice(0, lesson.steps.indexOf(step) + 1).map(({ blocks }) => blocks);
  const heldAt = step.blocks.findIndex((block) => block.kind !== 'text' && block.id === heldBackBy);
  if (heldAt >= 0) upTo[upTo.length - 1] = step.blocks.slice(0, heldAt);
  const candidates = [lesson.introduction, ...upTo].map((blocks) =>
    blocks.filter((block) => block.kind === 'picture'),
  );
  // The introduction stands above the first step, so its pictures are that step's, too.
  if (upTo.length === 1) return candidates.flat();
  return candidates.findLast((pictures) => pictures.length > 0) ?? [];
}
