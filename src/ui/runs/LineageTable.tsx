import type { RunDetails } from '../../lab/runs/read-run.ts';
import { lineageOf } from '../../lab/runs/training-set.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { useLab } from '../workspace-queries.ts';
import { runTexts } from './run-texts.ts';

/** The tables that a run has read, and whether their rows are still the same. */
export function LineageTable({ details }: { readonly details: RunDetails }) {
  const texts = useMessages(runTexts);
  const { lineage, specification, asOf, run } = details;
  const { data: now, error } = useLab(
    ['data', 'features', 'runs'],
    ['runs', 'lineage', run.info.runId, specification],
    (lab) => (specification === null ? null : lineageOf(lab.api, specification)),
  );
  return (
    <section className="section">
      <h2>{texts.lineage}</h2>
      {lineage.length === 0 ? (
        <p className="hint">{texts.noLineage}</p>
      ) : (
        <>
          <p className="hint">
            {texts.lineageWhy} {asOf !== null && `${texts.asOf} ${asOf}.`}
          </p>
          <ErrorNotice error={error} />
          <div className="table-frame">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{texts.table}</th>
                  <th scope="col">{texts.digest}</th>
                  <th scope="col">{texts.now}</th>
                </tr>
              </thead>
              <tbody>
                {lineage.map(({ table, digest }) => (
                  <tr key={table}>
                    <th scope="row">
                      <a href={`#/data/?table=${table}`}>{table}</a>
                    </th>
                    <td className="figure" title={digest}>
                      {digest.slice(0, 16)}
                    </td>
                    <td>
                      {now &&
                        (now[table] === digest ? (
                          <>✓ {texts.unchanged}</>
                        ) : (
                          <strong>≠ {texts.changed}</strong>
                        ))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}
