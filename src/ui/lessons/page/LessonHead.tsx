import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useMessages } from '../../i18n/use-messages.ts';
import { lessonTexts } from '../lesson-texts.ts';
import { useLesson } from './lesson-context.ts';

/** What the lesson is, in full on its first step and in one line on the others. */
export function LessonHead({
  isFull,
  children,
}: {
  readonly isFull: boolean;
  /** The row of steps, and what can be done to the lesson. */
  readonly children: ReactNode;
}) {
  const texts = useMessages(lessonTexts);
  const { number, title, goal, minutes } = useLesson().readable.lesson;
  return (
    <header className="lesson-head" data-full={isFull}>
      <p className="lesson-place">
        <Link href="/lessons">{texts.lessons}</Link>
        <span aria-hidden="true">›</span>
        <span>{number === null ? texts.ownLesson : texts.lesson(number)}</span>
        {isFull && (
          <>
            <span aria-hidden="true">·</span>
            <span>{texts.minutes(minutes)}</span>
          </>
        )}
      </p>
      <h1>{title}</h1>
      {isFull && <p className="lesson-goal">{goal}</p>}
      <div className="lesson-tools">{children}</div>
    </header>
  );
}
