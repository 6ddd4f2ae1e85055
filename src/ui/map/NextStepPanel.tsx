import { useState } from 'react';
import { Link } from 'wouter';
import type { Progress } from '../../core/task.ts';
import { loadStreamflow } from '../../lab/map/load-streamflow.ts';
import { type NextStep, nextStep } from '../../lab/map/next-step.ts';
import type { LabMap } from '../../lab/map/read-map.ts';
import { announce } from '../../lab/session/session.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { ProgressLine } from '../parts/ProgressLine.tsx';
import { useLabAction } from '../workspace-queries.ts';
import { mapTexts } from './map-texts.ts';

/** Where each step is done. */
const PLACES: Record<Exclude<NextStep, 'load'>, string> = {
  define: '/features',
  train: '/runs',
  promote: '/models',
  materialize: '/serving',
  start: '/serving',
  restart: '/serving',
  watch: '/serving',
};

/** The one thing to do next: why, and the way there. The first one, loading the data, is done right here. */
export function NextStepPanel({ map }: { readonly map: LabMap }) {
  const texts = useMessages(mapTexts);
  const step = nextStep(map);
  return (
    <section className="next-step" aria-label={texts.next}>
      <p>{texts[`${step}Why`]}</p>
      {step === 'load' ? (
        <LoadButton />
      ) : (
        <Link className="primary" href={PLACES[step]}>
          {texts[step]}
        </Link>
      )}
    </section>
  );
}

function LoadButton() {
  const texts = useMessages(mapTexts);
  const [progress, setProgress] = useState<Progress | null>(null);
  const load = useLabAction(['data', 'clock'], async (workspace) => {
    await loadStreamflow(workspace, { onProgress: setProgress });
    announce(texts.loaded);
  });
  return (
    <>
      {load.isPending ? (
        <ProgressLine label={texts.loading} progress={progress} />
      ) : (
        <button type="button" className="primary" onClick={() => load.mutate()}>
          {texts.load}
        </button>
      )}
      <ErrorNotice error={load.error} />
    </>
  );
}
