import { useMutation } from '@tanstack/react-query';
import type { NotebookFormat } from '../../lab/notebook/notebook-files.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ActionMenu, type MenuAction } from '../parts/ActionMenu.tsx';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { exportNotebook } from './export-notebook.ts';
import { useNotebook } from './notebook-context.ts';
import { notebookTexts } from './notebook-texts.ts';
import { Icon } from './parts/Icon.tsx';
import { stationTexts } from './station-texts.ts';

/** The rarer things that a notebook can do. */
export function NotebookMenu() {
  const texts = useMessages(notebookTexts);
  const station = useMessages(stationTexts);
  const { session, view } = useNotebook();
  const saving = useMutation({
    mutationFn: (format: NotebookFormat) => exportNotebook(session.document(), format),
    networkMode: 'always',
  });
  const items: readonly MenuAction[] = [
    ['ipynb', station.exportIpynb, () => saving.mutate('ipynb')],
    ['md', station.exportMarkdown, () => saving.mutate('md')],
    ['deleted', station.deletedCells, () => view.open('deleted')],
    ['clear', texts.clearOutputs, () => session.clearOutputs()],
    ['restart', texts.restart, () => void session.restart()],
  ];
  return (
    <>
      <ErrorNotice error={saving.error} />
      <ActionMenu label={texts.more} actions={items}>
        <Icon name="more" />
      </ActionMenu>
    </>
  );
}
