import { useId } from 'react';
import type { UriMeaning } from '../../lab/serving/start-choices.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { StageChip } from '../parts/StageChip.tsx';
import { servingTexts } from './serving-texts.ts';

/** A model URI, and below it what it means at this moment. */
export function UriField({
  uri,
  uris,
  meaning,
  onChange,
}: {
  readonly uri: string;
  readonly uris: readonly string[];
  readonly meaning: UriMeaning | undefined;
  readonly onChange: (uri: string) => void;
}) {
  const texts = useMessages(servingTexts);
  const id = useId();
  return (
    <div className="field uri-field">
      <label htmlFor={id}>{texts.uri}</label>
      <input
        id={id}
        list={`${id}-uris`}
        value={uri}
        className="figure"
        spellCheck={false}
        aria-describedby={`${id}-meaning`}
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={`${id}-uris`}>
        {uris.map((known) => (
          <option key={known} value={known} />
        ))}
      </datalist>
      <span id={`${id}-meaning`} className="uri-meaning" data-fails={meaning?.error != null}>
        {meaning?.version != null && (
          <>
            {texts.means(meaning.version.name, String(meaning.version.version))}{' '}
            <StageChip stage={meaning.version.currentStage} />
          </>
        )}
        {meaning?.error?.message}
        {meaning?.version === null && meaning.error === null && texts.meansRun}
      </span>
    </div>
  );
}
