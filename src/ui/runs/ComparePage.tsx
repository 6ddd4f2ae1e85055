import { compareRuns } from '../../lab/runs/compare-runs.ts';
import { LOSSES } from '../../lab/runs/evaluation.ts';
import { readRun } from '../../lab/runs/read-run.ts';
import { useAddressParams } from '../address-params.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { useLab } from '../workspace-queries.ts';
import { ComparedTables } from './ComparedTables.tsx';
import { RunCurves } from './RunCurves.tsx';
import { runsTexts } from './runs-texts.ts';

/** The runs that the address names, side by side: what differs, what came of it, and their curves over each other. */
export function ComparePage() {
  const texts = useMessages(runsTexts);
  const { params } = useAddressParams();
  const ids = (params.get('runs') ?? '').split(',').filter(Boolean);
  const { data: runs, error } = useLab(['runs', 'models'], ['runs', 'several', ids], (lab) =>
    Promise.all(ids.map((runId) => readRun(lab, runId))),
  );
  return (
    <div className="page">
      <header className="page-head">
        <p>
          <a href={`#/runs/?runs=${ids.join(',')}`}>← {texts.backToRuns}</a>
        </p>
        <h1>{texts.compareTitle}</h1>
      </header>
      <ErrorNotice error={error} />
      {runs === undefined && error === null && <p className="hint">{texts.reading}</p>}
      {runs !== undefined && runs.length < 2 && <p className="empty">{texts.compareNone}</p>}
      {runs !== undefined && runs.length > 1 && (
        <>
          {!compareRuns(runs, LOSSES).isSameTest && (
            <p className="notice" data-kind="caution">
              {texts.otherRows}
            </p>
          )}
          <ComparedTables runs={runs} comparison={compareRuns(runs, LOSSES)} />
          <section className="section">
            <h2>{texts.curves}</h2>
            {runs.every(({ curves }) => curves === null) ? (
              <p className="hint">{texts.nothingToDraw}</p>
            ) : (
              <RunCurves runs={runs} />
            )}
          </section>
        </>
      )}
    </div>
  );
}
