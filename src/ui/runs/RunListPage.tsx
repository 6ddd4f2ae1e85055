import { Link } from 'wouter';
import { useStore } from 'zustand';
import { searchRuns } from '../../lab/runs/search-runs.ts';
import { training } from '../../lab/runs/training-session.ts';
import { useAddressParams } from '../address-params.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { useLab } from '../workspace-queries.ts';
import { EmptyRuns } from './EmptyRuns.tsx';
import { RunFilters } from './RunFilters.tsx';
import { RunTable } from './RunTable.tsx';
import { runsTexts } from './runs-texts.ts';
import { TrainingPanel } from './TrainingPanel.tsx';

/** All runs: filter, sort, select some to compare. */
export function RunListPage() {
  const texts = useMessages(runsTexts);
  const formats = useFormats();
  const { params, change } = useAddressParams();
  const query = {
    filter: params.get('filter') ?? '',
    text: params.get('text') ?? '',
    view: params.get('view') === 'deleted' ? ('deleted' as const) : ('active' as const),
    order: params.get('order') ?? '',
  };
  const { data: runs, error } = useLab(['runs'], ['runs', 'search', query], (lab) => searchRuns(lab, query));
  const isTraining = useStore(training, ({ status }) => status === 'running');
  const isFiltered = query.filter !== '' || query.text !== '' || query.view !== 'active';
  const selected = (params.get('runs') ?? '').split(',').filter(Boolean);
  const isEmpty = runs !== undefined && runs.length === 0 && !isFiltered;
  return (
    <div className="page">
      <header className="page-head">
        <div className="section-head">
          <h1>{texts.title}</h1>
          {!isEmpty && (
            <Link href="/runs/new" className="primary">
              {texts.newRun}
            </Link>
          )}
        </div>
        <p>{texts.lead}</p>
      </header>
      <TrainingPanel />
      {isEmpty && !isTraining && <EmptyRuns />}
      {!isEmpty && (
        <section className="section" aria-label={texts.title}>
          <RunFilters
            key={`${query.filter}\n${query.text}`}
            view={query.view}
            onView={(view) => change({ view: view === 'active' ? null : view, runs: null })}
            filter={query.filter}
            text={query.text}
            onChange={(filter, text) => change({ filter: filter || null, text: text || null })}
          />
          <ErrorNotice error={error} />
          {runs === undefined && error === null && <p className="hint">{texts.reading}</p>}
          {runs !== undefined && error === null && (
            <>
              <div className="section-head">
                <span className="hint">{texts.nRuns(formats.count(runs.length))}</span>
                {selected.length > 1 ? (
                  <a href={`#/runs/compare?runs=${selected.join(',')}`} className="plain">
                    {texts.compare(formats.count(selected.length))}
                  </a>
                ) : (
                  <span className="hint">{texts.compareHint}</span>
                )}
              </div>
              {runs.length === 0 ? (
                <div className="empty">
                  <p>{texts.noneFound}</p>
                  <button
                    type="button"
                    className="plain"
                    onClick={() => change({ filter: null, text: null, view: null })}
                  >
                    {texts.clear}
                  </button>
                </div>
              ) : (
                <RunTable
                  runs={runs}
                  order={query.order}
                  selected={selected}
                  onOrder={(order) => change({ order }, { replace: true })}
                  onSelect={(ids) => change({ runs: ids.join(',') || null }, { replace: true })}
                />
              )}
            </>
          )}
        </section>
      )}
    </div>
  );
}
