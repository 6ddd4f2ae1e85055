import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import {
  cancelTraining,
  dismissTraining,
  type TrainingState,
  training,
} from '../../lab/runs/training-session.ts';
import { announce } from '../../lab/session/session.ts';
import { type Formats, useFormats } from '../i18n/use-formats.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { ProgressLine } from '../parts/ProgressLine.tsx';
import { LossCurve } from './LossCurve.tsx';
import { newRunTexts } from './new-run-texts.ts';

/** The training under way: phase, progress, time, loss, and the button that stops it. Nothing while there is none. */
export function TrainingPanel() {
  const texts = useMessages(newRunTexts);
  const formats = useFormats();
  const state = useStore(training);
  const nowMs = useNow(state.status === 'running');
  useEffect(() => {
    if (state.status === 'running') announce(texts[`phase${state.phase}`]);
    if (state.status === 'cancelled') announce(texts.cancelled);
  }, [state.status, state.phase, texts]);
  if (state.status === 'idle' || state.status === 'done') return null;
  if (state.status !== 'running') {
    return (
      <div className="section">
        {state.status === 'cancelled' ? (
          <p className="notice">{texts.cancelled}</p>
        ) : (
          <ErrorNotice error={state.error} />
        )}
        <div className="actions">
          <button type="button" className="quiet" onClick={dismissTraining}>
            {texts.dismiss}
          </button>
        </div>
      </div>
    );
  }
  const unit = state.progress === null ? '' : ` (${texts[state.progress.unit]})`;
  return (
    <section className="run-training" aria-label={texts.training(state.runName)}>
      <h2>{texts.training(state.runName)}</h2>
      <ProgressLine label={`${texts[`phase${state.phase}`]}${unit}`} progress={state.progress} />
      <p className="hint figure">{timesOf(state, nowMs, { texts, formats }).join(' · ')}</p>
      {state.losses.length > 1 && <LossCurve losses={state.losses} />}
      <div className="actions">
        <button type="button" className="plain" disabled={state.phase === 'log'} onClick={cancelTraining}>
          {texts.cancel}
        </button>
      </div>
    </section>
  );
}

/** Time so far, and what is left of the present phase where its progress tells. */
function timesOf(
  { progress, startedMs, phaseStartedMs }: TrainingState,
  nowMs: number,
  { texts, formats }: { readonly texts: (typeof newRunTexts)['en']; readonly formats: Formats },
): string[] {
  const seconds = (ms: number): string => formats.duration(Math.max(1000, Math.round(ms / 1000) * 1000));
  const elapsed = texts.elapsed(seconds(nowMs - startedMs));
  const { done = 0, total = null } = progress ?? {};
  if (total === null || done === 0) return [elapsed];
  const left = ((nowMs - phaseStartedMs) * (total - done)) / done;
  return [elapsed, texts.remaining(seconds(left))];
}

/** The page's time, a few times a second while it is asked for. */
function useNow(isRunning: boolean): number {
  const [nowMs, setNow] = useState(() => performance.now());
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => setNow(performance.now()), 250);
    return () => clearInterval(timer);
  }, [isRunning]);
  return nowMs;
}
