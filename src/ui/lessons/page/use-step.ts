import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ProgressState } from '../../../lab/course/lesson-progress.ts';
import { type StepState, stepStates } from '../../../lab/course/open-steps.ts';
import type { Step } from '../../../notebook/lesson/lesson.ts';
import { navigate } from '../../address.ts';
import { useLesson } from './lesson-context.ts';

/** The step that is shown, and how all of them stand. */
export interface ShownStep {
  readonly step: Step;
  readonly states: readonly StepState[];
}

const NOT_READ_YET = createStore<ProgressState | null>(() => null);

/**
 * The step of the address where it is open; else the one the student was at last, or the first. Until the progress has
 * been read, the step of the address.
 */
export function useStep(stepId: string | null): ShownStep {
  const { lessonId, readable, open } = useLesson();
  const { steps } = readable.lesson;
  const progress = useStore<typeof NOT_READ_YET, ProgressState | null>(
    (open?.progress.state as typeof NOT_READ_YET | undefined) ?? NOT_READ_YET,
    (state) => state,
  );
  const link = open?.link ?? null;
  const states =
    progress === null
      ? steps.map((_, i): StepState => (i === 0 ? 'open' : 'closed'))
      : stepStates(steps, progress, { allOpen: link?.steps === 'open', firstStepId: link?.step ?? null });
  const canShow = (id: string | null): boolean => {
    const at = steps.findIndex((step) => step.id === id);
    return at >= 0 && (progress === null || states[at] !== 'closed');
  };
  const wanted = [stepId, progress?.progress.stepId ?? null, link?.step ?? null].find(canShow);
  const step = steps.find(({ id }) => id === wanted) ?? steps[0]!;
  useEffect(() => {
    if (open === null) return;
    const note = (): void => {
      if (open.tab.state.getState().isOurs) open.progress.visit(step.id);
      if (stepId !== step.id) navigate(`/lessons/${lessonId}/${step.id}`, { replace: true });
    };
    // All who read the address are rendered anew at once: not in the same breath as what was just shown.
    const noting = setTimeout(note);
    return () => clearTimeout(noting);
  }, [open, step.id, stepId, lessonId]);
  return { step, states };
}
