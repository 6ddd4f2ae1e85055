import { useState } from 'react';
import type { ServingState } from '../../lab/serving/read-serving.ts';
import { announce } from '../../lab/session/session.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { useLabAction } from '../workspace-queries.ts';
import { ApiFacts } from './ApiFacts.tsx';
import { BehindNotice } from './BehindNotice.tsx';
import { PreparationList } from './PreparationList.tsx';
import { StartForm } from './StartForm.tsx';
import { servingTexts } from './serving-texts.ts';

/** The API: what it does, from which model, and the means to start, restart and stop it. */
export function ApiCard({
  state,
  isResumed,
}: {
  readonly state: ServingState;
  /** Whether the API was started again because the page was reloaded. */
  readonly isResumed: boolean;
}) {
  const texts = useMessages(servingTexts);
  const [isEditing, setEditing] = useState(false);
  const { status, views, done } = state;
  const restart = useLabAction(['serving'], async ({ engine }) => {
    const { model } = await engine.api.restart();
    announce(model === null ? texts.startedWithout : texts.restarted(model.version));
  });
  const stop = useLabAction(['serving'], ({ engine }) => {
    engine.api.stop();
    announce(texts.stoppedNow);
  });
  const isStopped = status.state === 'stopped';
  const isReady = Object.entries(done).every(([step, isDone]) => isDone || step === 'start');
  return (
    <section className="api-card" data-state={status.state} aria-label={texts.api}>
      <div className="section-head">
        <h2>
          {status.model !== null
            ? texts.serves(status.model.name, status.model.version)
            : texts[isStopped ? 'stopped' : 'failed']}
        </h2>
        {!isStopped && (
          <div className="actions">
            <button
              type="button"
              className="plain"
              disabled={restart.isPending}
              onClick={() => restart.mutate()}
            >
              {texts.restart}
            </button>
            <button type="button" className="plain" onClick={() => stop.mutate()}>
              {texts.stop}
            </button>
            <button
              type="button"
              className="quiet"
              aria-expanded={isEditing}
              onClick={() => setEditing(!isEditing)}
            >
              {isEditing ? texts.closeSettings : texts.settings}
            </button>
          </div>
        )}
      </div>
      {isStopped && <p>{texts.stoppedWhy}</p>}
      {status.state === 'failed' && (
        <>
          <p>{texts.failedWhy}</p>
          <ErrorNotice error={status.failure} />
        </>
      )}
      {status.isBehind && (
        <BehindNotice status={status} isPending={restart.isPending} onRestart={() => restart.mutate()} />
      )}
      {!isStopped && <ApiFacts status={status} />}
      {!isStopped && isResumed && <p className="hint">{texts.resumed}</p>}
      {status.state !== 'running' && !isReady && <PreparationList done={done} />}
      {(isStopped || isEditing) && views.length > 0 && (
        <StartForm state={state} onStarted={() => setEditing(false)} />
      )}
    </section>
  );
}
