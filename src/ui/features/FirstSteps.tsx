import { useState } from 'react';
import type { Progress } from '../../core/task.ts';
import { loadStreamflow } from '../../lab/map/load-streamflow.ts';
import { applyCourseViews } from '../../lab/route/course-features.ts';
import { announce } from '../../lab/session/session.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { ProgressLine } from '../parts/ProgressLine.tsx';
import { useLabAction } from '../workspace-queries.ts';
import { featuresTexts } from './features-texts.ts';

/** Nothing is defined: what a feature view is, and the course's four in one click. */
export function DefineViews() {
  const texts = useMessages(featuresTexts);
  const define = useLabAction(['features'], async ({ api }) => {
    await applyCourseViews(api);
    announce(texts.defined);
  });
  return (
    <section className="empty">
      <h2>{texts.emptyViews}</h2>
      <p>{texts.emptyViewsWhy}</p>
      <button type="button" className="primary" disabled={define.isPending} onClick={() => define.mutate()}>
        {texts.define}
      </button>
      <ErrorNotice error={define.error} />
    </section>
  );
}

/** Views, but no rows: the shipped months in one click. */
export function LoadRows() {
  const texts = useMessages(featuresTexts);
  const [progress, setProgress] = useState<Progress | null>(null);
  const load = useLabAction(['data', 'clock'], async (workspace) => {
    await loadStreamflow(workspace, { onProgress: setProgress });
    announce(texts.loaded);
  });
  return (
    <section className="empty">
      <h2>{texts.emptyData}</h2>
      <p>{texts.emptyDataWhy}</p>
      {load.isPending ? (
        <ProgressLine label={texts.loadingData} progress={progress} />
      ) : (
        <button type="button" className="primary" onClick={() => load.mutate()}>
          {texts.load}
        </button>
      )}
      <ErrorNotice error={load.error} />
    </section>
  );
}
