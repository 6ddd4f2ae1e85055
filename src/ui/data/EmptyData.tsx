import { useState } from 'react';
import { Link } from 'wouter';
import type { Progress } from '../../core/task.ts';
import { loadStreamflow } from '../../lab/map/load-streamflow.ts';
import { announce } from '../../lab/session/session.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { ProgressLine } from '../parts/ProgressLine.tsx';
import { useLabAction } from '../workspace-queries.ts';
import { dataTexts } from './data-texts.ts';

/** A lab without tables: what there is to load, in one click. */
export function EmptyData() {
  const texts = useMessages(dataTexts);
  const [progress, setProgress] = useState<Progress | null>(null);
  const load = useLabAction(['data', 'clock'], async (workspace) => {
    await loadStreamflow(workspace, { onProgress: setProgress });
    announce(texts.loaded);
  });
  return (
    <div className="empty">
      <h2>{texts.emptyLead}</h2>
      <p>{texts.emptyWhy}</p>
      {load.isPending ? (
        <ProgressLine label={texts.loading} progress={progress} />
      ) : (
        <div className="actions">
          <button type="button" className="primary" onClick={() => load.mutate()}>
            {texts.load}
          </button>
          <Link className="plain" href="/data/import">
            {texts.import}
          </Link>
        </div>
      )}
      <ErrorNotice error={load.error} />
    </div>
  );
}
