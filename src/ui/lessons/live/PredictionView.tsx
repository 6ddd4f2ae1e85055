import { useLayoutEffect, useRef, useState } from 'react';
import type { Prediction } from '../../../notebook/lesson/lesson.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { lessonTexts } from '../lesson-texts.ts';
import { Choices } from '../page/Choices.tsx';
import { useLesson, useOpenedLesson, useTask } from '../page/lesson-context.ts';
import { Prose } from '../page/Prose.tsx';
import { TaskCard } from '../page/TaskCard.tsx';

/** What the student expects before running; what is said to it comes once the code has run. */
export function PredictionView({
  blockId,
  prediction,
  isResolved,
  onGiven,
}: {
  readonly blockId: string;
  readonly prediction: Prediction;
  /** The code has shown what happens. */
  readonly isResolved: boolean;
  /** Moves the focus on: the button that had it is gone. */
  readonly onGiven: () => void;
}) {
  const texts = useMessages(lessonTexts);
  const { progress } = useOpenedLesson();
  const task = useTask(blockId);
  const isGiven = (task?.answeredAt ?? null) !== null;
  const [draft, setDraft] = useState<number | null>(null);
  const group = useRef<HTMLDivElement>(null);
  const { earlyChoices } = useLesson();
  useLayoutEffect(() => {
    // Not before: until now one could still choose in the block that this one replaces.
    const early = earlyChoices.get(blockId);
    if (early === undefined) return;
    earlyChoices.delete(blockId);
    setDraft(early);
    // The focus was on it, and went with it.
    if (document.activeElement !== document.body) return;
    group.current?.querySelectorAll('input')[early]?.focus({ preventScroll: true });
  }, [earlyChoices, blockId]);
  const choice = isGiven ? (task?.choice ?? null) : draft;
  const { choices } = prediction;
  const chosen = choice === null ? undefined : choices[choice];
  return (
    <TaskCard kind="prediction" title={texts.predict}>
      <Prose html={prediction.markdown} />
      {choices.length > 0 ? (
        <Choices
          ref={group}
          choices={choices}
          chosen={choice}
          onChoose={setDraft}
          isReadOnly={isGiven}
          outcomeOf={(at) => (isGiven && isResolved ? (choices[at]!.isRight ? 'right' : 'other') : undefined)}
        />
      ) : (
        <label className="field">
          <span>{isGiven ? texts.predictGiven : texts.predictWrite}</span>
          <textarea
            rows={2}
            readOnly={isGiven}
            value={task?.answer ?? ''}
            onChange={({ target }) => progress.write(blockId, target.value)}
          />
        </label>
      )}
      {!isGiven && (
        <div className="task-tools">
          <button
            type="button"
            className="primary"
            disabled={choices.length > 0 ? draft === null : (task?.answer ?? '').trim() === ''}
            onClick={() => {
              progress.give(blockId, draft);
              onGiven();
            }}
          >
            {texts.predictGive}
          </button>
        </div>
      )}
      {isGiven && isResolved && chosen !== undefined && (
        <div className="reply" data-right={chosen.isRight} role="status">
          <strong>{chosen.isRight ? texts.predictRight : texts.predictWrong}</strong>
          <Prose html={chosen.reply} />
        </div>
      )}
    </TaskCard>
  );
}
