import type { ExerciseBlock } from '../../../notebook/lesson/lesson.ts';
import { checkIdOf } from '../../../notebook/lesson/step-programs.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useNotebook } from '../../notebook/notebook-context.ts';
import { lessonTexts } from '../lesson-texts.ts';
import { useOpenedLesson, useTask } from '../page/lesson-context.ts';
import { TaskCard } from '../page/TaskCard.tsx';
import { CheckReport } from './CheckReport.tsx';
import { HelpList } from './HelpList.tsx';
import { HelpTools } from './HelpTools.tsx';
import { LessonCell } from './LessonCell.tsx';
import { useRunning } from './use-running.ts';

/** Code to complete: run it, check it, get hints one at a time, and in the end the solution. */
export function ExerciseView({ block }: { readonly block: ExerciseBlock }) {
  const texts = useMessages(lessonTexts);
  const lesson = useOpenedLesson();
  const { session } = useNotebook();
  const task = useTask(block.id);
  const cellIds = [block.id, checkIdOf(block.id)];
  const running = useRunning(cellIds, () => lesson.run(block.id));
  const checking = useRunning(cellIds, () => lesson.check(block.id));
  const isSolved = (task?.passedAt ?? null) !== null;
  const blankLines = [...new Set([...checking.blankLines, ...running.blankLines])];
  return (
    <TaskCard
      kind="exercise"
      title={texts.exercise}
      label={texts.exerciseFor(block.id)}
      state={
        isSolved ? (
          <span className="task-state" data-solved="true">
            <span aria-hidden="true">✓</span> {texts.solved}
          </span>
        ) : (
          (task?.nTries ?? 0) > 0 && <span className="task-state">{texts.tries(task!.nTries)}</span>
        )
      }
    >
      <LessonCell cellId={block.id} label={texts.exerciseFor(block.id)} onRun={checking.start}>
        <div className="task-tools">
          {checking.isBusy ? (
            <button type="button" className="plain" onClick={() => void session.stop()}>
              {texts.stop}
            </button>
          ) : (
            <>
              <button
                type="button"
                className={isSolved ? 'plain' : 'primary'}
                title={texts.runKeys}
                onClick={checking.start}
              >
                {texts.check}
              </button>
              <button type="button" className="quiet" onClick={running.start}>
                {texts.run}
              </button>
            </>
          )}
          <HelpTools block={block} />
        </div>
        {blankLines.length > 0 && (
          <p className="notice" data-kind="caution" role="status">
            {texts.blank(blankLines.join(', '))}
          </p>
        )}
        <CheckReport checkId={checkIdOf(block.id)} exerciseId={block.id} />
        <HelpList block={block} />
      </LessonCell>
    </TaskCard>
  );
}
