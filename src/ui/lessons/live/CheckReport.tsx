import type { CodeCell } from '../../../notebook/document/notebook.ts';
import type { CheckOutput, ErrorOutput } from '../../../notebook/document/output.ts';
import { withHardSpaces } from '../../i18n/hard-spaces.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useCell } from '../../notebook/notebook-context.ts';
import { ValueView } from '../../notebook/outputs/ValueView.tsx';
import { lessonTexts } from '../lesson-texts.ts';
import { useLesson } from '../page/lesson-context.ts';

/** What the last check of an exercise found; nothing once the exercise was run again without its check. */
export function CheckReport({
  checkId,
  exerciseId,
}: {
  readonly checkId: string;
  readonly exerciseId: string;
}) {
  const texts = useMessages(lessonTexts);
  const check = useCell(checkId);
  const exercise = useCell(exerciseId);
  if (
    check?.cell.kind !== 'code' ||
    exercise?.cell.kind !== 'code' ||
    !isOfLastRun(check.cell, exercise.cell)
  )
    return null;
  if (check.phase.kind !== 'none' || exercise.phase.kind !== 'none') return null;
  const results = check.cell.outputs.flatMap((output) => (output.kind === 'check' ? [output.result] : []));
  const failed = results.find(({ passed }) => !passed);
  const nPassed = results.filter(({ passed }) => passed).length;
  const error = check.cell.outputs.findLast((output) => output.kind === 'error');
  if (failed !== undefined) return <FailedCheck result={failed} nPassed={nPassed} />;
  if (error !== undefined) return <BrokenCheck error={error} />;
  if (check.cell.lastRun?.end !== 'ok') return null;
  return (
    <p className="check-report" data-passed="true" role="status">
      <span aria-hidden="true">✓</span> {texts.checkPassed(nPassed)}
    </p>
  );
}

function FailedCheck({
  result,
  nPassed,
}: {
  readonly result: CheckOutput['result'];
  readonly nPassed: number;
}) {
  const texts = useMessages(lessonTexts);
  const { lesson } = useLesson().readable;
  const { name, expected, actual, hint } = result;
  // Name and hint are texts of the lesson, though its code gives them.
  const spaced = (text: string): string => (lesson.language === 'fr' ? withHardSpaces(text) : text);
  // A bare condition compares with true, which tells the student nothing; a property's case needs the room.
  const expectsTrue = expected.preview === 'true';
  const isCondition = expectsTrue && actual.preview === 'false';
  const isCase = expectsTrue && (actual.members ?? []).length > 0;
  return (
    <div className="check-report" data-passed="false" role="status">
      <p>
        <span aria-hidden="true">✕</span> <strong>{texts.checkFailed}</strong>
        {!['equal', 'close', 'true', 'throws'].includes(name) && texts.ofCheck(spaced(name))}
      </p>
      <p>{spaced(hint)}</p>
      {!isCondition && (
        <dl className="compared">
          {!isCase && <Compared term={texts.expected} value={expected} />}
          <Compared term={texts.actual} value={actual} />
        </dl>
      )}
      {nPassed > 0 && <p className="hint">{texts.passedBefore(nPassed)}</p>}
    </div>
  );
}

function Compared({
  term,
  value,
}: {
  readonly term: string;
  readonly value: CheckOutput['result']['actual'];
}) {
  return (
    <div>
      <dt>{term}</dt>
      <dd className="figure">
        <ValueView value={value} />
      </dd>
    </div>
  );
}

/** The check itself ended with an error: mostly one that the student's function threw. */
function BrokenCheck({ error }: { readonly error: ErrorOutput }) {
  const texts = useMessages(lessonTexts);
  return (
    <div className="check-report" data-passed="false" role="status">
      <p>
        <span aria-hidden="true">✕</span> <strong>{texts.checkError}</strong>
      </p>
      <p>
        <span className="figure">{error.name}</span>: {error.message}
      </p>
      {error.hint !== null && error.hint !== '' && <p className="hint">{error.hint}</p>}
    </div>
  );
}

function isOfLastRun(check: CodeCell, exercise: CodeCell): boolean {
  return (check.lastRun?.startedAt ?? 0) >= (exercise.lastRun?.startedAt ?? Number.POSITIVE_INFINITY);
}
