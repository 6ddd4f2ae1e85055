import type { HttpRequest } from '../../core/serving/http.ts';
import { curlLine, requestText } from '../../lab/serving/http-text.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { askTexts } from './ask-texts.ts';

/** The request as it goes over the wire, and the command that makes the same one. */
export function WireRequest({ request }: { readonly request: HttpRequest }) {
  const texts = useMessages(askTexts);
  const command = curlLine(request);
  return (
    <div className="ask-wire">
      <section className="wire" aria-label={texts.request}>
        <h3>{texts.request}</h3>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
        <pre tabIndex={0}>{requestText(request)}</pre>
      </section>
      <section className="wire" aria-label={texts.curl}>
        <div className="section-head">
          <h3>{texts.curl}</h3>
          <CopyButton text={command} label={texts.copy} copied={texts.copied} />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
        <pre tabIndex={0}>{command}</pre>
      </section>
    </div>
  );
}
