import type { LoggedRequest } from '../../core/serving/serving-collections.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { outcomeTexts } from './outcome-texts.ts';

/** How a request ended, by name, and why in one or two sentences. */
export function OutcomeNote({ request }: { readonly request: LoggedRequest }) {
  const outcomes = useMessages(outcomeTexts);
  const { outcome, prediction } = request;
  const kind = outcome === 'success' ? undefined : prediction === null ? 'failure' : 'caution';
  return (
    <div className="notice" data-kind={kind} data-outcome={outcome}>
      <strong>
        {outcomes[outcome]}
        {prediction !== null && `, ${outcomes.predicts(String(prediction))}`}
      </strong>
      <span>{outcomes[`why${outcome}`]}</span>
    </div>
  );
}
