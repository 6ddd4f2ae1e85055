import type { ErrorOutput } from '../../../notebook/document/output.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { partsTexts } from '../../parts/parts-texts.ts';
import { notebookTexts } from '../notebook-texts.ts';
import type { OutputContext } from './output-context.ts';
import { PlaceLink } from './PlaceLink.tsx';

/** An error that ended a cell: name, fact, hint, and where it happened, innermost first. */
export function ErrorView({ output, ...context }: OutputContext & { readonly output: ErrorOutput }) {
  const texts = useMessages(notebookTexts);
  const parts = useMessages(partsTexts);
  const { name, message, hint, places } = output;
  return (
    <div className="notice error-output" data-kind="failure">
      <span className="error-message">
        <strong>{name}</strong>: {message}
      </span>
      {hint !== null && hint !== '' && (
        <span className="hint">
          {parts.hint} {hint}
        </span>
      )}
      {places.length > 0 && (
        <span className="error-places">
          {texts.at}{' '}
          {places.map((place, depth) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a recursion is at one place many times.
            <span key={depth}>
              {depth > 0 && ' ← '}
              <PlaceLink place={place} {...context} />
            </span>
          ))}
        </span>
      )}
    </div>
  );
}
