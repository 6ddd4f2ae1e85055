import { Suspense } from 'react';
import { useStore } from 'zustand';
import { fetched } from '../../fetched.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useNotebookState } from '../../notebook/notebook-context.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { lessonTexts } from '../lesson-texts.ts';
import { useIsOurs, useOpenedLesson, useProgress } from '../page/lesson-context.ts';
import { undoable } from './use-undo.ts';
import './live.css';

// Seldom shown.
const LinkBanner = fetched(async () => (await import('./LinkBanner.tsx')).LinkBanner);
const UpdatePanel = fetched(async () => (await import('./UpdatePanel.tsx')).UpdatePanel);

/** What is to be said above a step: the link one works by, changes of the lesson, work that cannot be stored, an undo. */
export function LessonNotices() {
  const texts = useMessages(lessonTexts);
  const { link, tab, update } = useOpenedLesson();
  const hasDecisions = useStore(update.state, ({ decisions }) => decisions.length > 0);
  const isOurs = useIsOurs();
  const progressError = useProgress(({ error }) => error);
  const cellError = useNotebookState(({ saving }) => saving.error);
  const error = progressError ?? cellError;
  return (
    <>
      {!isOurs && (
        <div className="notice notice-line" role="status">
          <span>{texts.following}</span>
          <button type="button" className="plain" onClick={() => void tab.take()}>
            {texts.workHere}
          </button>
        </div>
      )}
      <Suspense>
        {link !== null && <LinkBanner link={link} />}
        {hasDecisions && <UpdatePanel />}
      </Suspense>
      {error != null && (
        <div className="notice" data-kind="failure" role="alert">
          <strong>{texts.storeFailed}</strong>
          <ErrorNotice error={error} />
        </div>
      )}
      <UndoBar />
    </>
  );
}

function UndoBar() {
  const texts = useMessages(lessonTexts);
  const last = useStore(undoable, (state) => state.last);
  if (last === null) return null;
  const close = (): void => undoable.setState({ last: null });
  return (
    <div className="undo-bar" role="status">
      <span>{last.message}</span>
      <button
        type="button"
        className="quiet"
        onClick={() => {
          last.undo();
          close();
        }}
      >
        {texts.undo}
      </button>
      <button type="button" className="icon-button" aria-label={texts.close} onClick={close}>
        <span aria-hidden="true">✕</span>
      </button>
    </div>
  );
}
