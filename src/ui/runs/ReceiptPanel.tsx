import { useStore } from 'zustand';
import type { RunDetails } from '../../lab/runs/read-run.ts';
import { startReproduction, training } from '../../lab/runs/training-session.ts';
import { announce } from '../../lab/session/session.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { useLabAction } from '../workspace-queries.ts';
import { ReproductionResult } from './ReproductionResult.tsx';
import { runTexts } from './run-texts.ts';

/** What sums up a run: the code to read aloud, what it is made of, and the button that tries whether it comes out again. */
export function ReceiptPanel({ details }: { readonly details: RunDetails }) {
  const texts = useMessages(runTexts);
  const formats = useFormats();
  const isRunning = useStore(training, ({ status }) => status === 'running');
  const { receipt, specification, run } = details;
  const reproduce = useLabAction(['runs'], async () => {
    const result = await startReproduction(run.info);
    if (result !== null) {
      const { length } = result.differences;
      announce(length === 0 ? texts.equal : texts.differs(formats.count(length)));
    }
    return result;
  });
  if (receipt === null) return <p className="empty">{texts.noReceipt}</p>;
  const entries = [
    ...Object.entries(receipt.dataDigests),
    [texts.modelDigest, receipt.modelDigest],
    [texts.predictionsDigest, receipt.predictionsDigest],
    [texts.codeVersion, receipt.codeVersion],
  ] as const;
  return (
    <section className="section">
      <h2>{texts.receipt}</h2>
      <p className="figure receipt-code">{receipt.code}</p>
      <p className="hint">{texts.receiptWhy}</p>
      <dl className="facts">
        {entries.map(([name, digest]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="figure" title={digest}>
              {digest.slice(0, 16)}
            </dd>
          </div>
        ))}
      </dl>
      {specification === null ? (
        <p className="hint">{texts.cannotReproduce}</p>
      ) : (
        <>
          <div className="actions">
            <button type="button" className="plain" disabled={isRunning} onClick={() => reproduce.mutate()}>
              {texts.reproduce}
            </button>
            <span className="hint">{texts.reproduceWhy}</span>
          </div>
          <ErrorNotice error={reproduce.error} />
          {reproduce.data && <ReproductionResult reproduction={reproduce.data} />}
        </>
      )}
    </section>
  );
}
