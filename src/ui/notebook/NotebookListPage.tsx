import { useState } from 'react';
import { copyOfNotebook, newNotebook, randomId } from '../../lab/notebook/new-notebook.ts';
import { closeSession } from '../../lab/notebook/open-session.ts';
import { announce } from '../../lab/session/session.ts';
import type { NotebookSummary } from '../../notebook/document/notebook-store.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { DeletedNotebooks } from './DeletedNotebooks.tsx';
import { EmptyNotebooks } from './EmptyNotebooks.tsx';
import { FirstStepsButton } from './FirstStepsButton.tsx';
import { ImportButton } from './ImportButton.tsx';
import { NotebookItem } from './NotebookItem.tsx';
import { useNotebookAction, useNotebookList } from './notebook-queries.ts';
import { stationTexts } from './station-texts.ts';

/** All notebooks of this browser. */
export function NotebookListPage() {
  const texts = useMessages(stationTexts);
  const { data: all = [], error, isPending } = useNotebookList();
  const [lastDeleted, setLastDeleted] = useState<NotebookSummary | null>(null);
  const create = useNotebookAction(async (store) => {
    const notebook = newNotebook(texts.untitled, randomId);
    await store.create(notebook);
    location.hash = `#/notebook/${notebook.id}`;
  });
  const remove = useNotebookAction(async (store, notebook: NotebookSummary) => {
    await closeSession(notebook.id);
    await store.deleteNotebook(notebook.id);
    setLastDeleted(notebook);
    announce(texts.deleted(notebook.title));
  });
  const restore = useNotebookAction(async (store, id: string) => {
    await store.restoreNotebook(id);
    setLastDeleted(null);
  });
  const duplicate = useNotebookAction(async (store, { id, title }: NotebookSummary) =>
    store.create(copyOfNotebook(await store.read(id), texts.copyOf(title), randomId)),
  );
  const notebooks = all.filter(({ deletedAt }) => deletedAt === null);
  const deleted = all.filter(({ deletedAt }) => deletedAt !== null);
  const isEmpty = !isPending && error === null && notebooks.length === 0;
  return (
    <div className="page">
      <header className="page-head">
        <div className="section-head">
          <h1>{texts.title}</h1>
          {!isEmpty && (
            <div className="actions">
              <FirstStepsButton look="plain" />
              <ImportButton />
              <button type="button" className="primary" onClick={() => create.mutate()}>
                {texts.create}
              </button>
            </div>
          )}
        </div>
        <p>{texts.lead}</p>
      </header>
      <ErrorNotice error={error ?? create.error ?? remove.error ?? restore.error ?? duplicate.error} />
      {lastDeleted !== null && (
        <div className="notice notice-line" role="status">
          <span>{texts.deleted(lastDeleted.title)}</span>
          <button type="button" className="quiet" onClick={() => restore.mutate(lastDeleted.id)}>
            {texts.undoDelete}
          </button>
        </div>
      )}
      {isEmpty && <EmptyNotebooks onCreate={() => create.mutate()} />}
      {notebooks.length > 0 && (
        <ul className="notebook-list" aria-label={texts.title}>
          {notebooks.map((notebook) => (
            <NotebookItem
              key={notebook.id}
              notebook={notebook}
              onDuplicate={() => duplicate.mutate(notebook)}
              onDelete={() => remove.mutate(notebook)}
            />
          ))}
        </ul>
      )}
      {deleted.length > 0 && <DeletedNotebooks notebooks={deleted} onRestore={(id) => restore.mutate(id)} />}
    </div>
  );
}
