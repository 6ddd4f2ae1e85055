import type { Block, Lesson, Step } from '../../notebook/lesson/lesson.ts';
import { checkIdOf } from '../../notebook/lesson/step-programs.ts';

/** A cell of a lesson's notebook: the code of one block, or of an exercise's check. */
export interface LessonCell {
  readonly id: string;
  readonly source: string;
  readonly role: 'setup' | 'example' | 'exercise' | 'check' | 'values';
  /** The step it is in; null for the introduction, whose setup belongs to every step. */
  readonly stepId: string | null;
}

/** Every cell of a lesson, from top to bottom. */
export function lessonCells(lesson: Pick<Lesson, 'introduction' | 'steps'>): readonly LessonCell[] {
  return [
    ...cellsOf(lesson.introduction, null),
    ...lesson.steps.flatMap((step: Step) => {
      const cells = cellsOf(step.blocks, step.id);
      // Running a step's setup makes its lab ready, so every step has one.
      const setup: LessonCell = { id: setupIdOf(step.id), source: '', role: 'setup', stepId: step.id };
      return cells.some(({ role }) => role === 'setup') ? cells : [setup, ...cells];
    }),
  ];
}

/** The cell that stands for making a step's lab ready: it has the step's setup, or nothing. */
export function setupIdOf(stepId: string): string {
  return `${stepId}-setup`;
}

/** Whether the student may change a cell's text; what is kept and merged for them is only that. */
export function isEditable({ role }: LessonCell): boolean {
  return role === 'example' || role === 'exercise';
}

function cellsOf(blocks: readonly Block[], stepId: string | null): LessonCell[] {
  return blocks.flatMap((block): LessonCell[] => {
    switch (block.kind) {
      case 'setup':
      case 'example':
      case 'values':
        return [{ id: block.id, source: block.code.source, role: block.kind, stepId }];
      case 'exercise':
        return [
          { id: block.id, source: block.code.source, role: 'exercise', stepId },
          { id: checkIdOf(block.id), source: block.check.source, role: 'check', stepId },
        ];
      default:
        return [];
    }
  });
}
