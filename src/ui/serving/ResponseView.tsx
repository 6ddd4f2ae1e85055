import { readableBody, responseHead, statusLine } from '../../lab/serving/http-text.ts';
import type { Exchange } from '../../lab/serving/send-request.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { askTexts } from './ask-texts.ts';
import { OutcomeNote } from './OutcomeNote.tsx';

/** The answer as it came over the wire, and what it means. */
export function ResponseView({ exchange }: { readonly exchange: Exchange | null }) {
  const texts = useMessages(askTexts);
  return (
    <section className="ask-response wire" aria-label={texts.response}>
      <h3>{texts.response}</h3>
      {exchange === null ? (
        <p className="empty hint">{texts.noResponse}</p>
      ) : (
        <>
          {exchange.logged !== null && <OutcomeNote request={exchange.logged} />}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
          <pre className="response" tabIndex={0}>
            <strong data-class={Math.floor(exchange.response.status / 100)}>
              {statusLine(exchange.response.status)}
            </strong>
            {`\n${responseHead(exchange.response).split('\n').slice(1).join('\n')}\n\n${readableBody(exchange.response)}`}
          </pre>
        </>
      )}
    </section>
  );
}
