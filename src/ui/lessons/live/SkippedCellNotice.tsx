import { skippedBlock } from '../../../lab/course/skipped-block.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { CellNotice } from '../../notebook/cells/CellNotice.tsx';
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
  const skipped = skippedBlock(session.state.getState(), cellId, { steps, ranCellIds });
  if (skipped === null) return null;
  const { name, block } = skipped;
  // An exercise is solved, not only run.
  if (block.kind === 'exercise') return <CellNotice text={texts.skippedExercise(name)} />;
  const runFirst = async (): Promise<void> => {
    await lesson.run(block.id);
    const cell = session.state.getState().cells[block.id]?.cell;
    if (cell?.kind === 'code' && cell.lastRun?.end === 'ok') onRun();
  };
  return (
    <CellNotice
      text={texts.skippedExample(name)}
      action={{ label: texts.runSkipped, act: () => void runFirst() }}
    />
  );
}
