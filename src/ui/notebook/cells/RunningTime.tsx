import { useEffect, useState } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { useNotebookState } from '../notebook-context.ts';
import { notebookTexts } from '../notebook-texts.ts';
import { useShortTimes } from '../use-short-times.ts';

const TICK_MS = 200;

/** How long a cell has been running, and when the time limit will stop it. */
export function RunningTime({ startedAt }: { readonly startedAt: number }) {
  const texts = useMessages(notebookTexts);
  const times = useShortTimes();
  const limitMs = useNotebookState((state) => state.timeLimitMs);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(ticking);
  }, []);
  const elapsedMs = Math.max(0, now - startedAt);
  return (
    <span className="cell-state" role="timer">
      <span className="spinner" aria-hidden="true" /> {texts.running}{' '}
      <span className="figure">{times.span(elapsedMs)}</span>
      {limitMs !== null && (
        <span className="hint"> · {texts.stopsIn(times.span(Math.max(0, limitMs - elapsedMs)))}</span>
      )}
    </span>
  );
}
