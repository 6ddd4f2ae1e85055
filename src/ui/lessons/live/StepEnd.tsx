import { Link } from 'wouter';
import type { StepState } from '../../../lab/course/open-steps.ts';
import { listShippedLessons } from '../../../lab/course/shipped-lessons.ts';
import type { Step } from '../../../notebook/lesson/lesson.ts';
import { navigate } from '../../address.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { lessonTexts } from '../lesson-texts.ts';
import { useIsOurs, useLesson, useOpenedLesson, useProgress } from '../page/lesson-context.ts';
import { Prose } from '../page/Prose.tsx';

/** The end of a step: what stays of it and what comes next; or what is still to be solved. */
export function StepEnd({ step, states }: { readonly step: Step; readonly states: readonly StepState[] }) {
  const texts = useMessages(lessonTexts);
  const { lessonId, readable } = useLesson();
  const { steps, number, language } = readable.lesson;
  const { progress } = useOpenedLesson();
  const isOurs = useIsOurs();
  const nToSolve = useProgress(
    ({ tasks }) =>
      step.blocks.filter((block) => block.kind === 'exercise' && (tasks[block.id]?.passedAt ?? null) === null)
        .length,
  );
  const at = steps.indexOf(step);
  const next = steps[at + 1];
  const isDone = states[at] === 'done' || nToSolve === 0;
  const goOn = (): void => {
    if (isOurs) progress.finishStep(step.id);
    if (next !== undefined) navigate(`/lessons/${lessonId}/${next.id}`);
  };
  if (!isDone) {
    return (
      <footer className="step-end">
        <p className="hint">
          {texts.toSolve(nToSolve)} {next !== undefined && states[at + 1] === 'closed' && texts.stillOpen}
        </p>
        {next !== undefined && states[at + 1] !== 'closed' && (
          <Link className="plain" href={`/lessons/${lessonId}/${next.id}`}>
            {texts.nextStep(next.title)}
          </Link>
        )}
      </footer>
    );
  }
  const following = listShippedLessons(language).find((lesson) => lesson.number === (number ?? -1) + 1);
  return (
    <footer className="step-end" data-done="true">
      <div className="takeaway">
        <p className="step-place">{texts.takeaway}</p>
        <Prose html={step.takeaway.learned} />
      </div>
      {step.takeaway.next !== null && <Prose html={step.takeaway.next} />}
      {next !== undefined ? (
        <button type="button" className="primary" onClick={goOn}>
          {texts.nextStep(next.title)}
        </button>
      ) : (
        <LessonEnd isWhole={states.every((state, i) => state === 'done' || i === at)} onFinish={goOn}>
          {following !== undefined && (
            <Link className="primary" href={`/lessons/${following.slug}`} onClick={goOn}>
              {texts.nextLesson(following.title)}
            </Link>
          )}
        </LessonEnd>
      )}
    </footer>
  );
}

function LessonEnd({
  isWhole,
  onFinish,
  children,
}: {
  readonly isWhole: boolean;
  readonly onFinish: () => void;
  readonly children: React.ReactNode;
}) {
  const texts = useMessages(lessonTexts);
  const { lessonId } = useLesson();
  return (
    <>
      <p>{isWhole ? texts.finished : texts.finishedGaps}</p>
      <div className="actions">
        {children}
        <Link className="plain" href={`/lessons/hand-in?lesson=${lessonId}`} onClick={onFinish}>
          {texts.handIn}
        </Link>
        <Link className="plain" href="/lessons" onClick={onFinish}>
          {texts.back}
        </Link>
      </div>
    </>
  );
}
