import { Link } from 'wouter';
import type { LessonStanding } from '../../../lab/course/course-overview.ts';
import type { LessonFacts } from '../../../notebook/lesson/readable-lesson.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { lessonsTexts } from '../lessons-texts.ts';

/** A lesson of the course in the list. */
export function LessonItem({
  standing,
  all,
}: {
  readonly standing: LessonStanding;
  readonly all: readonly LessonFacts[];
}) {
  const texts = useMessages(lessonsTexts);
  const formats = useFormats();
  const { facts, lessonId, nDoneSteps, nSolved, isDone, changedAt } = standing;
  const before = facts.requires.flatMap((slug) => all.find((lesson) => lesson.slug === slug)?.title ?? []);
  return (
    <li className="lesson-item" data-done={isDone}>
      <span className="lesson-number" aria-hidden="true">
        {isDone ? '✓' : facts.number}
      </span>
      <div className="lesson-what">
        <h3>
          <Link href={`/lessons/${lessonId}`}>{facts.title}</Link>
        </h3>
        <p>{facts.goal}</p>
        {before.length > 0 && <p className="hint">{texts.needs(before.join(', '))}</p>}
      </div>
      <div className="lesson-standing">
        <span className="figure">{texts.minutes(facts.minutes)}</span>
        {changedAt === null ? (
          <span className="hint">{texts.notStarted}</span>
        ) : (
          <>
            <span className="lesson-bar" aria-hidden="true">
              {Array.from({ length: facts.nSteps }, (_, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place.
                <span key={i} data-done={i < nDoneSteps} />
              ))}
            </span>
            <span>
              {isDone ? texts.done : texts.steps(formats.count(nDoneSteps), formats.count(facts.nSteps))}
            </span>
            <span className="hint">
              {texts.exercises(formats.count(nSolved), formats.count(facts.exerciseIds.length))}
            </span>
          </>
        )}
      </div>
    </li>
  );
}
