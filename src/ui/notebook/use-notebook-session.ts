import { useEffect, useState } from 'react';
import type { NotebookSession } from '../../lab/notebook/notebook-session.ts';
import { openedSession, openSession } from '../../lab/notebook/open-session.ts';
import { dropRescue, rescueCells } from '../../lab/notebook/rescue.ts';
import { browserTexts } from '../../lab/session/browser-texts.ts';
import type { Topic } from '../../lab/workspace/workspace.ts';
import { invalidate } from '../workspace-queries.ts';
import { provideHighlighter } from './editor/code-lines.ts';
import { highlightLines } from './editor/highlight.ts';
import type { OpenNotebook } from './notebook-context.ts';
import { createNotebookView, type NotebookView } from './notebook-view.ts';

// A notebook is seen in colours from the first view on.
provideHighlighter(highlightLines);

/** What became of opening a notebook. */
export interface OpeningNotebook {
  readonly notebook: OpenNotebook | null;
  readonly error: unknown;
}

/** Where the reader was in each notebook, while the page lives. */
const views = new WeakMap<NotebookSession, NotebookView>();

/** Begins to open a notebook before its page is there. */
export async function openAhead(notebookId: string): Promise<void> {
  await openSession(notebookId, onTopics);
}

/** Opens a stored notebook, and sees to it that nothing typed is lost when the page is hidden or goes away. */
export function useNotebookSession(notebookId: string): OpeningNotebook {
  const [opening, setOpening] = useState<OpeningNotebook>(() => ({
    notebook: notebookOf(openedSession(notebookId)),
    error: null,
  }));
  useEffect(() => {
    let isCurrent = true;
    openSession(notebookId, onTopics).then(
      (session) => {
        const show = (before: OpeningNotebook): OpeningNotebook =>
          before.notebook?.session === session ? before : { notebook: notebookOf(session), error: null };
        if (isCurrent) setOpening(show);
      },
      (error: unknown) => isCurrent && setOpening({ notebook: null, error }),
    );
    return () => {
      isCurrent = false;
    };
  }, [notebookId]);
  const session = opening.notebook?.session;
  useEffect(() => {
    if (session === undefined) return;
    return keepOnHide(session);
  }, [session]);
  return opening;
}

function onTopics(topics: readonly Topic[]): void {
  void invalidate(topics);
}

function notebookOf(session: NotebookSession | null): OpenNotebook | null {
  return session && { session, view: viewOf(session) };
}

function viewOf(session: NotebookSession): NotebookView {
  const view = views.get(session) ?? createNotebookView(null);
  views.set(session, view);
  return view;
}

/** Stores what is typed when the page is hidden; a page that is taken away at once leaves it in `localStorage`. */
function keepOnHide(session: NotebookSession): () => void {
  const flush = (): void => {
    if (document.visibilityState === 'hidden') void session.flush();
  };
  const rescue = (): void => {
    const { id } = session.state.getState();
    rescueCells(browserTexts(), id, session.unsavedCells());
    // Where the page is kept after all, the database has it in a moment, and the rescue must not come back later.
    void session.flush().then(() => dropRescue(browserTexts()));
  };
  document.addEventListener('visibilitychange', flush);
  addEventListener('pagehide', rescue);
  return () => {
    document.removeEventListener('visibilitychange', flush);
    removeEventListener('pagehide', rescue);
    void session.flush();
  };
}
