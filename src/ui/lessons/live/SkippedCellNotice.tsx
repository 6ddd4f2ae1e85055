import { missingVariable } from '../../../lab/notebook/missing-variable.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useNotebook } from '../../notebook/notebook-context.ts';
import { lessonTexts } from '../lesson-texts.ts';
import { useLesson, useLessonLab, useOpenedLesson } from '../page/lesson-context.ts';

/** Where code lacks a variable of an example or exercise that was skipped: which one, and a press that runs it first. */
export function SkippedCellNotice({
  cellId,
  onRun,
}: {
  readonly cellId: string;
  /** Runs the code that failed once more. */
  readonly onRun: () => void;
}) {
  const texts = useMessages(lessonTexts);
  const lesson = useOpenedLesson();
  const { steps } = useLesson().readable.lesson;
  const { session } = useNotebook();
  const ranCellIds = useLessonLab((state) => state.ranCellIds);
  const missing = missingVariable(session.state.getState(), cellId, ({ cell }) =>
    ranCellIds.includes(cell.id),
  );
  const blocks = steps.flatMap((step) => step.blocks);
  const skipped = blocks.find((block) => block.kind !== 'text' && block.id === missing?.cellId);
  if (missing === null || (skipped?.kind !== 'example' && skipped?.kind !== 'exercise')) return null;
  const isExample = skipped.kind === 'example';
  const runFirst = async (): Promise<void> => {
    if ((await lesson.run(skipped.id)) === null) onRun();
  };
  return (
    <div className="notice cell-notice" data-kind="caution">
      <span>{(isExample ? texts.skippedExample : texts.skippedExercise)(missing.name)}</span>
      {isExample && (
        <div className="actions">
          <button type="button" className="plain" onClick={() => void runFirst()}>
            {texts.runSkipped}
          </button>
        </div>
      )}
    </div>
  );
}
