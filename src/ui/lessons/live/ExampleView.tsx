import { useEffect, useRef } from 'react';
import type { ExampleBlock } from '../../../notebook/lesson/lesson.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useNotebook } from '../../notebook/notebook-context.ts';
import { lessonTexts } from '../lesson-texts.ts';
import { useOpenedLesson, useTask } from '../page/lesson-context.ts';
import { TaskCard } from '../page/TaskCard.tsx';
import { LessonCell } from './LessonCell.tsx';
import { PredictionView } from './PredictionView.tsx';
import { useCellRan } from './use-cell-ran.ts';
import { useRunning } from './use-running.ts';

/** Code to run and to play with; where it asks for a prediction, only after that. */
export function ExampleView({ block }: { readonly block: ExampleBlock }) {
  const texts = useMessages(lessonTexts);
  const lesson = useOpenedLesson();
  const { session } = useNotebook();
  const runButton = useRef<HTMLButtonElement>(null);
  const movesFocus = useRef(false);
  const task = useTask(block.id);
  const hasRun = useCellRan(block.id);
  const { isBusy, start } = useRunning([block.id], () => lesson.run(block.id));
  const mustPredict = block.prediction !== null && (task?.answeredAt ?? null) === null;
  useEffect(() => {
    if (mustPredict || !movesFocus.current) return;
    movesFocus.current = false;
    runButton.current?.focus();
  }, [mustPredict]);
  return (
    <>
      {block.prediction !== null && (
        <PredictionView
          blockId={block.id}
          prediction={block.prediction}
          isResolved={hasRun && !isBusy}
          onGiven={() => {
            movesFocus.current = true;
          }}
        />
      )}
      <TaskCard kind="example" title={texts.example} label={texts.exampleFor(block.id)}>
        <LessonCell
          cellId={block.id}
          label={texts.exampleFor(block.id)}
          onRun={() => {
            if (!mustPredict) start();
          }}
        >
          <div className="task-tools">
            {isBusy ? (
              <button type="button" className="plain" onClick={() => void session.stop()}>
                {texts.stop}
              </button>
            ) : (
              <button
                ref={runButton}
                type="button"
                className={hasRun ? 'plain' : 'primary'}
                disabled={mustPredict}
                title={texts.runKeys}
                onClick={start}
              >
                {hasRun ? texts.runAgain : texts.run}
              </button>
            )}
            {mustPredict && <span className="hint">{texts.predictFirst}</span>}
          </div>
        </LessonCell>
      </TaskCard>
    </>
  );
}
