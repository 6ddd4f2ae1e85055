import { announce } from '../../lab/session/session.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { runsTexts } from './runs-texts.ts';

/** The run as code of the lab API, to be copied. */
export function RunCode({ code }: { readonly code: string }) {
  const texts = useMessages(runsTexts);
  return (
    <section className="run-code" aria-label={texts.code}>
      <div className="section-head">
        <h2>{texts.code}</h2>
        <button
          type="button"
          className="quiet"
          onClick={async () => {
            await navigator.clipboard.writeText(code);
            announce(texts.copied);
          }}
        >
          {texts.copy}
        </button>
      </div>
      <p className="hint">{texts.codeLead}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <pre tabIndex={0}>
        <code>{code}</code>
      </pre>
    </section>
  );
}
