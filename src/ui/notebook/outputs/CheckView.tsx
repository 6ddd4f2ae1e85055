import type { CheckOutput } from '../../../notebook/document/output.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { notebookTexts } from '../notebook-texts.ts';
import { ValueView } from './ValueView.tsx';

/** What a check found; where it does not hold, expected beside actual, and the hint for this very mistake. */
export function CheckView({ result }: { readonly result: CheckOutput['result'] }) {
  const texts = useMessages(notebookTexts);
  const { passed, name, expected, actual, hint } = result;
  return (
    <div className="check-output" data-passed={passed}>
      <span>
        <span aria-hidden="true">{passed ? '✓' : '✕'}</span>{' '}
        <strong>{passed ? texts.checkPassed : texts.checkFailed}</strong> {name}
      </span>
      {!passed && (
        <>
          <dl className="check-values">
            <dt>{texts.expected}</dt>
            <dd>
              <ValueView value={expected} />
            </dd>
            <dt>{texts.actual}</dt>
            <dd>
              <ValueView value={actual} />
            </dd>
          </dl>
          <span className="hint">{hint}</span>
        </>
      )}
    </div>
  );
}
