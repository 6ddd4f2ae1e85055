import { useMessages } from '../i18n/use-messages.ts';
import { differs, type ReviewRow } from './review-rows.ts';
import { reviewTexts } from './review-texts.ts';

/** What the replay of a hand-in found: in a line, and all of it when asked. */
export function ReplayCell({ row }: { readonly row: ReviewRow }) {
  const texts = useMessages(reviewTexts);
  const { replay, handIn } = row;
  if (replay === null) return <span className="hint">{texts.notReplayed}</span>;
  const steps = replay.lessons.flatMap((lesson) => lesson.steps);
  const runs = steps.flatMap((step) => step.runs);
  const checks = steps.flatMap((step) => step.checks);
  const nDiffering = checks.filter(({ isPassedInReport, passes }) => isPassedInReport && !passes).length;
  const nEqual = runs.filter(({ outcome }) => outcome === 'equal').length;
  const theirs = handIn.report?.appVersion ?? '';
  return (
    <details className="replay-cell" data-differs={differs(row)}>
      <summary>
        {differs(row) ? '≠ ' : '= '}
        {runs.length === 0 ? texts.noRuns : texts.equal(nEqual, runs.length)}
        {nDiffering > 0 && `, ${texts.checksDiffer(nDiffering)}`}
      </summary>
      {theirs !== replay.appVersion && <p>{texts.otherVersion(theirs, replay.appVersion)}</p>}
      <ul>
        {replay.lessons
          .filter(({ problem }) => problem !== null)
          .map(({ lessonId }) => (
            <li key={lessonId}>{texts.unknownLesson(lessonId)}</li>
          ))}
        {steps
          .filter(({ problem }) => problem !== null)
          .map(({ stepId, problem }) => (
            <li key={stepId}>{texts.stepProblem(stepId, problem ?? '')}</li>
          ))}
        {runs.map(({ runId, runName, outcome, differences }) => (
          <li key={runId}>
            <code>{runName}</code>: {texts[`outcome-${outcome}`]}
            {differences.length > 0 && ` (${differences.join(', ')})`}
          </li>
        ))}
        {checks.map(({ taskId, isPassedInReport, passes }) => (
          <li key={taskId}>{texts.checkOf(taskId, isPassedInReport, passes)}</li>
        ))}
      </ul>
    </details>
  );
}
