import type { OpenedBackup } from '../../lab/storage/open-backup.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { storageTexts } from './storage-texts.ts';
import { useContentsText } from './use-contents-text.ts';
import { useLocalTime } from './use-local-time.ts';

/** The parts of a backup beside what each would replace, to be picked. */
export function BackupPreview({
  backup,
  chosen,
  onChoose,
}: {
  readonly backup: OpenedBackup;
  readonly chosen: readonly string[];
  readonly onChoose: (names: readonly string[]) => void;
}) {
  const texts = useMessages(storageTexts);
  const localTime = useLocalTime();
  const { nameOf, textOf } = useContentsText();
  const toggle = (name: string): void =>
    onChoose(chosen.includes(name) ? chosen.filter((other) => other !== name) : [...chosen, name]);
  return (
    <>
      <p role="status">{texts.from(localTime(backup.savedAt), backup.appVersion)}</p>
      <div className="table-frame">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{texts.part}</th>
              <th scope="col">{texts.inFile}</th>
              <th scope="col">{texts.replaces}</th>
            </tr>
          </thead>
          <tbody>
            {backup.parts.map(({ name, inFile, present }) => (
              <tr key={name}>
                <td>
                  <label>
                    <input
                      type="checkbox"
                      checked={chosen.includes(name)}
                      aria-label={texts.take(nameOf(name, inFile.kind))}
                      onChange={() => toggle(name)}
                    />{' '}
                    {nameOf(name, inFile.kind)}
                  </label>
                </td>
                <td>{textOf(inFile)}</td>
                <td>{present === null ? texts.replacesNothing : textOf(present)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
