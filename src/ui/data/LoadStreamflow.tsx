import { useState } from 'react';
import type { Progress } from '../../core/task.ts';
import { loadStreamflow } from '../../lab/map/load-streamflow.ts';
import { announce } from '../../lab/session/session.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { ProgressLine } from '../parts/ProgressLine.tsx';
import { useLabAction } from '../workspace-queries.ts';
import { dataTexts } from './data-texts.ts';

/** Loads the shipped dataset in one click; `onLoaded` leads on from there. */
export function LoadStreamflow({
  look,
  onLoaded,
}: {
  readonly look: 'primary' | 'plain';
  readonly onLoaded?: () => void;
}) {
  const texts = useMessages(dataTexts);
  const [progress, setProgress] = useState<Progress | null>(null);
  const load = useLabAction(['data', 'clock'], async (workspace) => {
    await loadStreamflow(workspace, { onProgress: setProgress });
    announce(texts.loaded);
    onLoaded?.();
  });
  return (
    <>
      {load.isPending ? (
        <ProgressLine label={texts.loading} progress={progress} />
      ) : (
        <button type="button" className={look} onClick={() => load.mutate()}>
          {texts.load}
        </button>
      )}
      <ErrorNotice error={load.error} />
    </>
  );
}
