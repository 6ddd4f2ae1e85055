import { LabError } from '../../core/errors.ts';
import { removeExpectation } from '../../lab/data/expectation-suites.ts';
import type { ExpectationOutcome } from '../../lab/data/expectations.ts';
import { useAddressParams } from '../address-params.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { useExpectationText } from './expectation-text.ts';
import { rowsTexts } from './rows-texts.ts';

/** Each expectation with its outcome, and what can be done about it. */
export function ExpectationTable({
  name,
  outcomes,
}: {
  readonly name: string;
  readonly outcomes: readonly ExpectationOutcome[];
}) {
  const texts = useMessages(rowsTexts);
  const expectationText = useExpectationText();
  const { change } = useAddressParams();
  return (
    <div className="table-frame">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{texts.check}</th>
            <th scope="col">{texts.outcome}</th>
            <th scope="col">{texts.unexpected}</th>
            <th scope="col">{texts.actions}</th>
          </tr>
        </thead>
        <tbody>
          {outcomes.map((outcome, position) => {
            const text = expectationText(outcome.expectation);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: an expectation is told by its place in the suite.
              <tr key={position}>
                <th scope="row" className="check-text">
                  {text}
                </th>
                <td>
                  <Outcome outcome={outcome} />
                </td>
                <td>
                  <Unexpected outcome={outcome} />
                </td>
                <td>
                  {outcome.rows.length > 0 && (
                    <button
                      type="button"
                      className="quiet"
                      aria-label={texts.showRowsOf(text)}
                      onClick={() => change({ check: String(position) })}
                    >
                      {texts.showRows}
                    </button>
                  )}
                  <button
                    type="button"
                    className="quiet"
                    aria-label={texts.removeCheck(text)}
                    onClick={() => {
                      removeExpectation(name, position);
                      change({ check: null });
                    }}
                  >
                    {texts.remove}
                  </button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Outcome({ outcome: { success, error } }: { readonly outcome: ExpectationOutcome }) {
  const texts = useMessages(rowsTexts);
  const state = success === null ? 'impossible' : success ? 'pass' : 'fail';
  return (
    <>
      <strong className="outcome" data-state={state}>
        {texts[state]}
      </strong>
      {error instanceof LabError && <span className="hint check-error"> {error.message}</span>}
    </>
  );
}

function Unexpected({ outcome }: { readonly outcome: ExpectationOutcome }) {
  const formats = useFormats();
  const { nUnexpected, unexpectedPercent, columns } = outcome;
  if (columns.length > 0) return columns.join(', ');
  const share = unexpectedPercent === null ? '' : ` (${formats.percent(unexpectedPercent / 100)})`;
  return `${formats.count(nUnexpected)}${nUnexpected === 0 ? '' : share}`;
}
