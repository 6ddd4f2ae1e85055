import { Suspense, useEffect, useRef } from 'react';
import { useTurn } from '../../use-turn.ts';
import { LessonHead } from './LessonHead.tsx';
import { useLesson } from './lesson-context.ts';
import { Bench, LessonNotices, LessonTools, StepEnd } from './live-parts.ts';
import { StepRail } from './StepRail.tsx';
import { StepView } from './StepView.tsx';
import { useHeldBack } from './use-held-back.ts';
import { useStep } from './use-step.ts';

/** The reading column, and beside it the bench. */
export function LessonDesk({
  stepId,
  onReopen,
}: {
  readonly stepId: string | null;
  /** The lesson is to be opened anew: its link was left. */
  readonly onReopen: () => void;
}) {
  const { lessonId, readable, open } = useLesson();
  const { step, states } = useStep(stepId);
  const { steps } = readable.lesson;
  const heldBackBy = useHeldBack(step, states[steps.indexOf(step)]);
  const isFirst = step === steps[0];
  const hasTools = useTurn(open !== null);
  const hasEnd = useTurn(open !== null);
  const hasBench = useTurn(open !== null);
  const shownId = useRef(step.id);
  useEffect(() => {
    if (shownId.current === step.id) return;
    shownId.current = step.id;
    scrollTo({ top: 0 });
    document.getElementById('step-title')?.focus({ preventScroll: true });
  }, [step.id]);
  return (
    <div className="lesson-desk">
      <article className="lesson">
        <LessonHead isFull={isFirst}>
          <StepRail lessonId={lessonId} steps={steps} states={states} currentId={step.id} />
          {hasTools && (
            <Suspense>
              <LessonTools step={step} onReopen={onReopen} />
            </Suspense>
          )}
        </LessonHead>
        {open !== null && (
          <Suspense>
            <LessonNotices />
          </Suspense>
        )}
        <StepView step={step} isFirst={isFirst} heldBackBy={heldBackBy} />
        {hasEnd && heldBackBy === null && (
          <Suspense>
            <StepEnd step={step} states={states} />
          </Suspense>
        )}
      </article>
      {hasBench && (
        <Suspense fallback={<aside className="bench" />}>
          <Bench step={step} heldBackBy={heldBackBy} />
        </Suspense>
      )}
    </div>
  );
}
