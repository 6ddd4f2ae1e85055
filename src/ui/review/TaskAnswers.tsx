import type { ReviewContents } from '../../lab/review/review-store.ts';
import { findTask, type ReviewTask, taskStateOf } from '../../lab/review/review-tasks.ts';
import type { ReportOutput } from '../../notebook/report/report-output.ts';
import { answerOf } from '../../notebook/report/report-standing.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { MarkFields } from './MarkFields.tsx';
import type { ReviewRow } from './review-rows.ts';
import { reviewTexts } from './review-texts.ts';

/** One task with the answers of all students, one below the other, and what the teacher says to each. */
export function TaskAnswers({
  task: entry,
  rows,
  marks,
}: {
  readonly task: ReviewTask;
  readonly rows: readonly ReviewRow[];
  readonly marks: ReviewContents['marks'];
}) {
  const texts = useMessages(reviewTexts);
  const { task, lessonId, taskKey } = entry;
  return (
    <>
      {'question' in task && <p className="task-question">{task.question}</p>}
      <ul className="answers">
        {rows.map(({ handIn: { digest, report }, name }) => {
          const theirs = report === null ? null : findTask(report, entry);
          if (theirs === null) return null;
          const mark = marks.find(
            (one) => one.digest === digest && one.lessonId === lessonId && one.taskKey === taskKey,
          );
          const answer = answerOf(theirs);
          const exercise = theirs.kind === 'exercise' ? theirs : null;
          return (
            <li key={digest} className="answer">
              <div className="answer-head">
                <h3>{name}</h3>
                <span className="hint">
                  {texts[`state-${taskStateOf(theirs)}`]}
                  {exercise !== null &&
                    ` · ${texts.triesOf(exercise.nTries)} · ${texts.hintsOf(exercise.nHints)}`}
                  {exercise?.solutionSeenAt != null && ` · ${texts.seen}`}
                </span>
              </div>
              {answer.trim() === '' && <p className="hint">{texts.noAnswer}</p>}
              {answer.trim() !== '' &&
                (exercise === null ? <p className="answer-text">{answer}</p> : <pre>{answer}</pre>)}
              {exercise !== null && exercise.outputs.length > 0 && (
                <pre className="answer-output">{exercise.outputs.map(outputLine).join('\n')}</pre>
              )}
              <MarkFields
                key={digest + taskKey}
                place={{ digest, lessonId, taskKey }}
                mark={mark ?? null}
                student={name}
              />
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** Outputs in a few lines; the report itself shows them whole. */
function outputLine(output: ReportOutput): string {
  switch (output.kind) {
    case 'text':
      return output.text.slice(0, 600);
    case 'error':
      return `${output.name}: ${output.message}`;
    case 'check':
      return `${output.passed ? '✓' : '✗'} ${output.name}`;
    case 'table':
      return `${output.type}: ${output.nRows} × ${output.columns.length}`;
    case 'chart':
      return `[${output.spec.title ?? 'chart'}]`;
    case 'image':
      return `[${output.mimeType}]`;
  }
}
