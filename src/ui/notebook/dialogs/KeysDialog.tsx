import { useMessages } from '../../i18n/use-messages.ts';
import { COMMANDS } from '../notebook-commands.ts';
import { notebookTexts } from '../notebook-texts.ts';
import { stationTexts } from '../station-texts.ts';
import { useKeyNames } from '../use-key-names.ts';
import { ViewDialog } from './ViewDialog.tsx';

const EDITOR_KEYS = [
  ['editorEscape', ['Escape']],
  ['editorTab', ['Tab']],
  ['editorSuggest', ['Ctrl+Space']],
  ['editorFormat', ['Shift+Alt+f']],
] as const;

/** Every key, in two lists. */
export function KeysDialog() {
  const texts = useMessages(notebookTexts);
  const station = useMessages(stationTexts);
  const keyNames = useKeyNames();
  const inEditor = COMMANDS.filter(({ name }) =>
    ['runNext', 'run', 'runInsert', 'stop', 'find'].includes(name),
  );
  return (
    <ViewDialog name="keys" title={texts.keys}>
      <p>{station.keysLead}</p>
      <div className="key-lists">
        <KeyList
          title={station.keysOfCells}
          rows={COMMANDS.map(({ name, keys }) => [texts[name], keys.map(keyNames)])}
        />
        <KeyList
          title={station.keysOfEditor}
          rows={[
            ...EDITOR_KEYS.map(([name, keys]) => [station[name], keys.map(keyNames)] as const),
            ...inEditor.map(
              ({ name, keys }) =>
                [texts[name], keys.filter((key) => key.includes('+')).map(keyNames)] as const,
            ),
          ]}
        />
      </div>
    </ViewDialog>
  );
}

function KeyList({
  title,
  rows,
}: {
  readonly title: string;
  readonly rows: readonly (readonly [effect: string, keys: readonly string[]])[];
}) {
  const station = useMessages(stationTexts);
  return (
    <table className="table key-list">
      <caption>{title}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{station.key}</th>
          <th scope="col">{station.effect}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([effect, keys]) => (
          <tr key={effect}>
            <td>
              {keys.map((key, position) => (
                <span key={key}>
                  {position > 0 && ' '}
                  <kbd>{key}</kbd>
                </span>
              ))}
            </td>
            <td>{effect}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
