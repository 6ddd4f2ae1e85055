import { useEffect, useRef } from 'react';
import type { QuestionBlock } from '../../../notebook/lesson/lesson.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { lessonTexts } from '../lesson-texts.ts';
import { useOpenedLesson, useTask } from '../page/lesson-context.ts';
import { Prose } from '../page/Prose.tsx';
import { TaskCard } from '../page/TaskCard.tsx';

/** A question of reflection: the model answer comes after one's own, which can still be changed then. */
export function QuestionView({ block }: { readonly block: QuestionBlock }) {
  const texts = useMessages(lessonTexts);
  const { progress } = useOpenedLesson();
  const task = useTask(block.id);
  const answer = task?.answer ?? '';
  const isGiven = (task?.answeredAt ?? null) !== null;
  const model = useRef<HTMLDivElement>(null);
  const movesFocus = useRef(false);
  const compare = (): void => {
    movesFocus.current = true;
    progress.give(block.id, null);
  };
  useEffect(() => {
    // The button that had the focus is gone.
    if (isGiven && movesFocus.current) model.current?.focus();
  }, [isGiven]);
  return (
    <TaskCard kind="question" title={texts.question}>
      <Prose html={block.markdown} />
      <label className="field">
        <span>{texts.answer}</span>
        <textarea rows={4} value={answer} onChange={({ target }) => progress.write(block.id, target.value)} />
      </label>
      {isGiven ? (
        <div ref={model} className="help" tabIndex={-1}>
          <p className="help-name">{texts.answerModel}</p>
          <Prose html={block.answer} />
        </div>
      ) : (
        <div className="task-tools">
          <button type="button" className="primary" disabled={answer.trim() === ''} onClick={compare}>
            {texts.answerGive}
          </button>
          <span className="hint">{texts.answerFirst}</span>
        </div>
      )}
    </TaskCard>
  );
}
