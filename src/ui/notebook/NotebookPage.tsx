import { useEffect } from 'react';
import { Link } from 'wouter';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { CellList } from './cells/CellList.tsx';
import { DeletedCellsDialog } from './dialogs/DeletedCellsDialog.tsx';
import { KeysDialog } from './dialogs/KeysDialog.tsx';
import { VersionsDialog } from './dialogs/VersionsDialog.tsx';
import { FindBar } from './FindBar.tsx';
import { FollowingNotice } from './FollowingNotice.tsx';
import { NotebookToolbar } from './NotebookToolbar.tsx';
import { NotebookContext, type OpenNotebook } from './notebook-context.ts';
import { stationTexts } from './station-texts.ts';
import { UndoToast } from './UndoToast.tsx';
import { useNotebookSession } from './use-notebook-session.ts';
import { useRunAnnouncements } from './use-run-announcements.ts';
import { VariablesPanel } from './VariablesPanel.tsx';

/** One notebook: a reading column of cells, with what acts on all of them above it. */
export function NotebookPage({ notebookId }: { readonly notebookId: string }) {
  const texts = useMessages(stationTexts);
  const { notebook, error } = useNotebookSession(notebookId);
  if (error !== null) {
    return (
      <div className="page">
        <h1>{texts.notFound}</h1>
        <ErrorNotice error={error} />
        <Link href="/notebook">{texts.back}</Link>
      </div>
    );
  }
  if (notebook === null) return <p className="loading">{texts.loading}</p>;
  return <NotebookDesk notebook={notebook} />;
}

function NotebookDesk({ notebook }: { readonly notebook: OpenNotebook }) {
  const { session } = notebook;
  useRunAnnouncements(session);
  useEffect(() => {
    const stop = (event: KeyboardEvent): void => {
      if (event.key !== '.' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.stopPropagation();
      void session.stop();
    };
    // Before anything in the page, which may have a use of its own for the key.
    addEventListener('keydown', stop, { capture: true });
    return () => removeEventListener('keydown', stop, { capture: true });
  }, [session]);
  return (
    <NotebookContext value={notebook}>
      <div className="notebook">
        <NotebookToolbar />
        <FindBar />
        <FollowingNotice />
        <div className="notebook-desk">
          <CellList />
          <VariablesPanel />
        </div>
        <UndoToast />
        <KeysDialog />
        <VersionsDialog />
        <DeletedCellsDialog />
      </div>
    </NotebookContext>
  );
}
