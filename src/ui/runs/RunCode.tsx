import { useMessages } from '../i18n/use-messages.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { newRunTexts } from './new-run-texts.ts';

/** The run as code of the lab API, to be copied. */
export function RunCode({ code }: { readonly code: string }) {
  const texts = useMessages(newRunTexts);
  return (
    <section className="run-code" aria-label={texts.code}>
      <div className="section-head">
        <h2>{texts.code}</h2>
        <CopyButton text={code} label={texts.copy} copied={texts.copied} />
      </div>
      <p className="hint">{texts.codeLead}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <pre tabIndex={0}>
        <code>{code}</code>
      </pre>
    </section>
  );
}
