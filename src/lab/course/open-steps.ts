import type { Step } from '../../notebook/lesson/lesson.ts';
import type { LessonProgressRecord, TaskProgressRecord } from './course-collections.ts';

/** What of a student's progress opens steps. */
export interface StepProgress {
  readonly progress: Pick<LessonProgressRecord, 'isOpen' | 'doneSteps'>;
  readonly tasks: Readonly<Record<string, Pick<TaskProgressRecord, 'passedAt'>>>;
}

/** A step as its place in the row of steps shows it. */
export type StepState = 'done' | 'open' | 'closed';

/** Whether every exercise of a step is solved. */
export function isSolved({ blocks }: Pick<Step, 'blocks'>, { tasks }: StepProgress): boolean {
  return blocks.every((block) => block.kind !== 'exercise' || (tasks[block.id]?.passedAt ?? null) !== null);
}

/**
 * How each step stands, in order: a step opens when the one before it is done. All are open where the student or the
 * teacher opened them; those before `firstStepId`, where a link begins, always are.
 */
export function stepStates(
  steps: readonly Step[],
  progress: StepProgress,
  { allOpen, firstStepId }: { readonly allOpen: boolean; readonly firstStepId: string | null },
): readonly StepState[] {
  const done = new Set(progress.progress.doneSteps.map(({ stepId }) => stepId));
  const first = steps.findIndex(({ id }) => id === firstStepId);
  return steps.map((step, i) => {
    if (done.has(step.id)) return 'done';
    const follows = i === 0 || done.has(steps[i - 1]!.id);
    return follows || allOpen || progress.progress.isOpen || i <= first ? 'open' : 'closed';
  });
}
