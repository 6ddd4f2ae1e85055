import { useState } from 'react';
import { Link } from 'wouter';
import type { NotebookFormat } from '../../lab/notebook/notebook-files.ts';
import type { NotebookSummary } from '../../notebook/document/notebook-store.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ActionMenu, type MenuAction } from '../parts/ActionMenu.tsx';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { exportNotebook } from './export-notebook.ts';
import { useNotebookAction } from './notebook-queries.ts';
import { Icon } from './parts/Icon.tsx';
import { stationTexts } from './station-texts.ts';
import { useShortTimes } from './use-short-times.ts';

/** A notebook in the list: a press on its title opens it. */
export function NotebookItem({
  notebook,
  onDuplicate,
  onDelete,
}: {
  readonly notebook: NotebookSummary;
  readonly onDuplicate: () => void;
  readonly onDelete: () => void;
}) {
  const texts = useMessages(stationTexts);
  const times = useShortTimes();
  const [isRenaming, setIsRenaming] = useState(false);
  const { id, title, nCells, changedAt } = notebook;
  const saving = useNotebookAction(async (store, format: NotebookFormat) =>
    exportNotebook(await store.read(id), format),
  );
  const items: readonly MenuAction[] = [
    ['rename', texts.rename, () => setIsRenaming(true)],
    ['duplicate', texts.duplicate, onDuplicate],
    ['ipynb', texts.exportIpynb, () => saving.mutate('ipynb')],
    ['md', texts.exportMarkdown, () => saving.mutate('md')],
    ['delete', texts.delete, onDelete],
  ];
  return (
    <li className="notebook-item">
      {isRenaming ? (
        <RenameField notebook={notebook} onDone={() => setIsRenaming(false)} />
      ) : (
        <Link href={`/notebook/${id}`}>{title}</Link>
      )}
      <span className="hint">
        {texts.nCells(nCells)} · {texts.changed(times.moment(changedAt))}
      </span>
      <ActionMenu label={texts.actionsOf(title)} actions={items}>
        <Icon name="more" />
      </ActionMenu>
      <ErrorNotice error={saving.error} />
    </li>
  );
}

function RenameField({
  notebook,
  onDone,
}: {
  readonly notebook: NotebookSummary;
  readonly onDone: () => void;
}) {
  const texts = useMessages(stationTexts);
  const [title, setTitle] = useState(notebook.title);
  const rename = useNotebookAction(async (store) => {
    const { cells } = await store.read(notebook.id);
    await store.saveStructure({ id: notebook.id, title: title.trim(), cellIds: cells.map(({ id }) => id) });
  });
  const keep = (): void => {
    if (title.trim() !== '' && title.trim() !== notebook.title) rename.mutate();
    onDone();
  };
  return (
    <input
      className="title-field"
      aria-label={texts.nameOf}
      value={title}
      // biome-ignore lint/a11y/noAutofocus: the student just asked for this field.
      autoFocus
      onChange={(event) => setTitle(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') onDone();
      }}
    />
  );
}
