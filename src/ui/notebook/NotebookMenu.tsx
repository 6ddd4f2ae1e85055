import { useMutation } from '@tanstack/react-query';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import type { NotebookFormat } from '../../lab/notebook/notebook-files.ts';
import { useMessages } from '../i18n/use-messages.ts';
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
  const items: readonly (readonly [string, string, () => void])[] = [
    ['ipynb', station.exportIpynb, () => saving.mutate('ipynb')],
    ['md', station.exportMarkdown, () => saving.mutate('md')],
    ['deleted', station.deletedCells, () => view.open('deleted')],
    ['clear', texts.clearOutputs, () => session.clearOutputs()],
    ['restart', texts.restart, () => void session.restart()],
  ];
  return (
    <>
      <ErrorNotice error={saving.error} />
      <MenuTrigger>
        <Button className="icon-button" aria-label={texts.more}>
          <Icon name="more" />
        </Button>
        <Popover className="popover" placement="bottom end">
          <Menu className="menu" onAction={(key) => items.find(([id]) => id === key)?.[2]()}>
            {items.map(([id, text]) => (
              <MenuItem key={id} id={id}>
                {text}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </>
  );
}
