import { Link } from 'wouter';
import type { StepState } from '../../../lab/course/open-steps.ts';
import type { Step } from '../../../notebook/lesson/lesson.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { lessonTexts } from '../lesson-texts.ts';

const MARKS: Readonly<Record<StepState, string>> = { done: '✓', open: '', closed: '' };

/** The steps as a row: what is done, where one is, what is still closed. */
export function StepRail({
  lessonId,
  steps,
  states,
  currentId,
}: {
  readonly lessonId: string;
  readonly steps: readonly Step[];
  readonly states: readonly StepState[];
  readonly currentId: string;
}) {
  const texts = useMessages(lessonTexts);
  return (
    <nav className="step-rail" aria-label={texts.steps}>
      <ol>
        {steps.map(({ id, title }, i) => {
          const state = states[i] ?? 'closed';
          const name = texts.stepOf(i + 1, title);
          const face = (
            <>
              <span className="step-mark" aria-hidden="true">
                {MARKS[state] || i + 1}
              </span>
              <span className="visually-hidden">
                {name}
                {state === 'done' && `, ${texts.stepDone}`}
                {state === 'closed' && `, ${texts.stepClosed}`}
              </span>
            </>
          );
          return (
            <li key={id} data-state={state} data-current={id === currentId}>
              {state === 'closed' ? (
                <span title={`${name} (${texts.stepClosed})`}>{face}</span>
              ) : (
                <Link
                  href={`/lessons/${lessonId}/${id}`}
                  title={name}
                  aria-current={id === currentId ? 'step' : undefined}
                >
                  {face}
                </Link>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
