import { useMessages } from '../../i18n/use-messages.ts';
import { ActionMenu, type MenuAction } from '../../parts/ActionMenu.tsx';
import { formatCell } from '../editor/format-cell.ts';
import { COMMANDS, type CommandName } from '../notebook-commands.ts';
import { useNotebook, useNotebookState } from '../notebook-context.ts';
import { notebookTexts } from '../notebook-texts.ts';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { useClipboard } from '../use-clipboard.ts';

const BUTTONS: readonly (readonly [CommandName, IconName])[] = [
  ['moveUp', 'up'],
  ['moveDown', 'down'],
  ['duplicate', 'copy'],
  ['delete', 'delete'],
];

const MENU: readonly CommandName[] = ['above', 'below', 'cut', 'copy', 'paste'];

/** What can be done to a cell, by mouse and touch: the four usual things, and a menu with the others. */
export function CellActions({
  cellId,
  kind,
}: {
  readonly cellId: string;
  readonly kind: 'code' | 'markdown';
}) {
  const texts = useMessages(notebookTexts);
  const notebook = useNotebook();
  const clipboard = useClipboard();
  const { session, view } = notebook;
  const isAlone = useNotebookState(({ order }) => order.length === 1);
  const perform = (name: CommandName): void =>
    COMMANDS.find((command) => command.name === name)?.run({ ...notebook, clipboard }, cellId);
  const openVersions = (): void => {
    view.activate(cellId);
    view.open('versions');
  };
  const others: readonly MenuAction[] = [
    ...(kind === 'code' ? [['runFrom', texts.runFrom, () => void session.runFrom(cellId)] as const] : []),
    ...MENU.map((name) => [name, texts[name], () => perform(name)] as const),
    kind === 'code'
      ? ['toMarkdown', texts.toMarkdown, () => perform('toMarkdown')]
      : ['toCode', texts.toCode, () => perform('toCode')],
    ...(kind === 'code' ? [['format', texts.format, () => void formatCell(session, cellId)] as const] : []),
    ['versions', texts.versions, openVersions],
  ];
  return (
    <>
      {BUTTONS.map(([name, icon]) => (
        <button
          key={name}
          type="button"
          className="icon-button"
          aria-label={texts[name]}
          title={texts[name]}
          disabled={isAlone && (name === 'moveUp' || name === 'moveDown')}
          onClick={() => perform(name)}
        >
          <Icon name={icon} />
        </button>
      ))}
      <ActionMenu label={texts.more} actions={others}>
        <Icon name="more" />
      </ActionMenu>
    </>
  );
}
