import type { Report } from '../../notebook/report/report.ts';
import { answerOf, standingOf } from '../../notebook/report/report-standing.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { handInTexts } from './hand-in-texts.ts';

/** What a report holds, lesson by lesson, in a line each. */
export function ReportContents({ report: { lessons } }: { readonly report: Report }) {
  const texts = useMessages(handInTexts);
  return (
    <section className="section" aria-labelledby="hand-in-contents">
      <h2 id="hand-in-contents">{texts.inIt}</h2>
      {lessons.length === 0 && <p className="empty">{texts.nothing}</p>}
      {lessons.length > 0 && (
        <>
          <ul className="hand-in-contents">
            {lessons.map((lesson) => {
              const { nDone, nSteps, nSolved, nExercises } = standingOf(lesson);
              const nRuns = lesson.steps.reduce((n, { lab }) => n + (lab?.runs.length ?? 0), 0);
              const nAnswers = lesson.steps
                .flatMap(({ tasks }) => tasks)
                .filter((task) => !('run' in task) && answerOf(task).trim() !== '').length;
              const facts = [
                ...[texts.steps(nDone, nSteps), texts.solved(nSolved, nExercises)],
                ...[texts.answers(nAnswers), texts.runs(nRuns)],
                texts.minutes(Math.round(lesson.timeMs / 60_000)),
              ];
              return (
                <li key={lesson.lessonId}>
                  <strong>{lesson.title}</strong>
                  <span className="hint">{facts.join(' · ')}</span>
                </li>
              );
            })}
          </ul>
          <p className="hint">{texts.shown}</p>
        </>
      )}
    </section>
  );
}
