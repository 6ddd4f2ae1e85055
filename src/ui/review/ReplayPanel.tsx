import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { loadReview } from '../../lab/review/open-review.ts';
import type { ReplayProgress } from '../../lab/review/replay-hand-ins.ts';
import type { HandIn } from '../../lab/review/review-store.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { compileOwn } from '../lessons/compile-own.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { ProgressLine } from '../parts/ProgressLine.tsx';
import { reviewTexts } from './review-texts.ts';

/** Runs the code of hand-ins again, one after the other; can be cancelled, and ends when the page is left. */
export function ReplayPanel({ handIns }: { readonly handIns: readonly HandIn[] }) {
  const texts = useMessages(reviewTexts);
  const client = useQueryClient();
  const [progress, setProgress] = useState<ReplayProgress | null>(null);
  const [isCancelled, setCancelled] = useState(false);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const replay = useMutation({
    mutationFn: async () => {
      const cancelling = new AbortController();
      running.current = cancelling;
      setCancelled(false);
      try {
        const { replayHandIns } = await import('../../lab/review/replay-hand-ins.ts');
        await replayHandIns(handIns, {
          ...{ review: await loadReview(), compile: compileOwn, signal: cancelling.signal },
          onProgress: (next) => {
            setProgress(next);
            void client.invalidateQueries({ queryKey: ['review'] });
          },
        });
      } catch (error) {
        if (!cancelling.signal.aborted) throw error;
        setCancelled(true);
      }
    },
    onSettled: () => {
      setProgress(null);
      void client.invalidateQueries({ queryKey: ['review'] });
    },
  });
  const { done = 0, total = 0, student = '' } = progress ?? {};
  return (
    <div className="replay-panel">
      <p className="hint">{texts.replayWhy}</p>
      <div className="actions">
        {replay.isPending ? (
          <button type="button" className="plain" onClick={() => running.current?.abort()}>
            {texts.cancel}
          </button>
        ) : (
          <button
            type="button"
            className="plain"
            disabled={handIns.length === 0}
            onClick={() => replay.mutate()}
          >
            {texts.replayAll(handIns.length)}
          </button>
        )}
      </div>
      {replay.isPending && (
        <ProgressLine
          label={texts.replaying(student)}
          progress={{ done, total, unit: 'iterations', label: student }}
        />
      )}
      <p className="hint" role="status">
        {isCancelled && texts.cancelled}
      </p>
      <ErrorNotice error={replay.error} />
    </div>
  );
}
