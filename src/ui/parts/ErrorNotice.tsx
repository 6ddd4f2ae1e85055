import { LabError } from '../../core/errors.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { partsTexts } from './parts-texts.ts';

/** An error as the reader can act on it: name, fact, hint. Renders nothing where there is none. */
export function ErrorNotice({ error }: { readonly error: unknown }) {
  const texts = useMessages(partsTexts);
  if (error === null || error === undefined) return null;
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return (
    <div className="notice" data-kind="failure" role="alert">
      <span>
        <strong>{name}</strong>: {message}
      </span>
      {error instanceof LabError && (
        <span className="hint">
          {texts.hint} {error.hint}
        </span>
      )}
    </div>
  );
}
