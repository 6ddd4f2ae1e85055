import { Button } from 'react-aria-components/Button';
import { DialogTrigger } from 'react-aria-components/Dialog';
import { solutionAccess } from '../../../lab/course/link-settings.ts';
import type { ExerciseBlock } from '../../../notebook/lesson/lesson.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useNotebook, useNotebookState } from '../../notebook/notebook-context.ts';
import { ModalDialog } from '../../parts/ModalDialog.tsx';
import { lessonTexts } from '../lesson-texts.ts';
import { useOpenedLesson, useTask } from '../page/lesson-context.ts';
import { useUndo } from './use-undo.ts';

/** Hints one at a time, the solution behind a question, and the way back to the lesson's own text. */
export function HelpTools({ block }: { readonly block: ExerciseBlock }) {
  const texts = useMessages(lessonTexts);
  const { progress, link, update } = useOpenedLesson();
  const { session } = useNotebook();
  const task = useTask(block.id);
  const offerUndo = useUndo();
  const source = useNotebookState(({ cells }) => cells[block.id]?.cell.source);
  const nHints = task?.nHints ?? 0;
  const hasMoreHints = nHints < block.hints.length;
  const access = solutionAccess(link, task?.nTries ?? 0);
  const isSeen = (task?.solutionSeenAt ?? null) !== null;
  const original = update.lessonSource(block.id);
  const reset = (): void => {
    if (original === undefined || source === undefined) return;
    session.leave(block.id);
    session.edit(block.id, original);
    offerUndo(texts.resetCellDone, () => session.edit(block.id, source));
  };
  return (
    <span className="help-tools">
      <button
        type="button"
        className="quiet"
        // Not `disabled`, which would take the focus from who has just asked for the last one.
        aria-disabled={!hasMoreHints}
        onClick={() => {
          if (hasMoreHints) progress.showHint(block.id, nHints + 1);
        }}
      >
        {hasMoreHints ? texts.hintButton(nHints + 1, block.hints.length) : texts.noMoreHints}
      </button>
      {access.kind === 'open' && !isSeen && (
        <DialogTrigger>
          <Button className="quiet">{texts.solution}</Button>
          <ModalDialog title={texts.solutionTitle}>
            {(close) => (
              <>
                <p>{texts.solutionWhy}</p>
                <div className="actions">
                  <button
                    type="button"
                    className="primary"
                    onClick={() => {
                      progress.showSolution(block.id);
                      close();
                    }}
                  >
                    {texts.solutionShow}
                  </button>
                  <button type="button" className="plain" onClick={close}>
                    {texts.cancel}
                  </button>
                </div>
              </>
            )}
          </ModalDialog>
        </DialogTrigger>
      )}
      {access.kind !== 'open' && !isSeen && (
        <span className="hint">
          {access.kind === 'never' ? texts.solutionNever : texts.solutionAfter(access.nMissing)}
        </span>
      )}
      {source !== original && (
        <button type="button" className="quiet" onClick={reset}>
          {texts.resetCell}
        </button>
      )}
    </span>
  );
}
