import { composeRequest } from '../../lab/serving/send-request.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { useLab } from '../workspace-queries.ts';
import { servingTexts } from './serving-texts.ts';

/** The API's metrics as a scraper gets them, kept up to date with the requests. */
export function MetricsPreview() {
  const texts = useMessages(servingTexts);
  const { data: response } = useLab(['serving', 'faults'], ['metrics-text'], ({ engine }) =>
    engine.api.handle(composeRequest('metrics', { user: '', body: '' })),
  );
  return (
    <details className="metrics">
      <summary>{texts.metrics}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <pre tabIndex={0}>{response?.body}</pre>
    </details>
  );
}
