import type { QueryClient } from '@tanstack/react-query';
import { startTransition, useEffect, useState } from 'react';
import { dropLessonRescue, rescueLesson } from '../../../lab/course/lesson-rescue.ts';
import type { PageLesson } from '../../../lab/course/open-page-lesson.ts';
import { browserTexts } from '../../../lab/session/browser-texts.ts';
import type { ReadableLesson } from '../../../notebook/lesson/readable-lesson.ts';
import { whenFirstViewShown } from '../../first-view.ts';
import { invalidate } from '../../workspace-queries.ts';
import { fetchLiveParts } from './live-parts.ts';

/** What became of opening the student's work in a lesson. */
export interface OpeningLesson {
  readonly open: PageLesson | null;
  readonly error: unknown;
}

const IDLE_MS = 30_000;
const TICK_MS = 10_000;

/**
 * Opens the work in a lesson once its text is on the page, and counts the time that it is worked on. `client` holds what
 * is read from the lesson's lab. `edition` counts how often it was to be opened anew.
 */
export function useOpenLesson(
  lessonId: string,
  readable: ReadableLesson,
  { client, edition }: { readonly client: QueryClient; readonly edition: number },
): OpeningLesson {
  const [opening, setOpening] = useState<OpeningLesson & { readonly of: string }>({
    ...{ open: null, error: null, of: '' },
  });
  const of = `${lessonId} ${edition}`;
  useEffect(() => {
    let isCurrent = true;
    const settle = (next: OpeningLesson): void => {
      // Every block of the text becomes one to work in: in slices, so that the page keeps scrolling meanwhile.
      if (isCurrent) startTransition(() => setOpening({ ...next, of }));
    };
    whenFirstViewShown()
      .then(() =>
        Promise.all([import('../../../lab/course/open-page-lesson.ts'), pause().then(fetchLiveParts)]),
      )
      .then(([{ openPageLesson }]) =>
        openPageLesson(lessonId, readable, (topics) => void invalidate(topics, client)),
      )
      .then(
        (open) => settle({ open, error: null }),
        (error: unknown) => settle({ open: null, error }),
      );
    return () => {
      isCurrent = false;
    };
  }, [lessonId, readable, client, of]);
  const open = opening.of === of ? opening.open : null;
  useEffect(() => (open === null ? undefined : keepOnHide(open)), [open]);
  useEffect(() => (open === null ? undefined : countTime(open)), [open]);
  return { open, error: opening.of === of ? opening.error : null };
}

/** Lets the page breathe. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Stores what is typed when the page is hidden; a page that is taken away at once leaves it in `localStorage`. */
function keepOnHide(lesson: PageLesson): () => void {
  const { session, progress } = lesson;
  const flush = (): Promise<unknown> => Promise.all([session.flush(), progress.flush()]);
  const rescue = (): void => {
    rescueLesson(browserTexts(), lesson);
    // Where the page is kept after all, the database has it in a moment, and the rescue must not come back later.
    void flush().then(() => dropLessonRescue(browserTexts()));
  };
  const whenHidden = (): void => {
    if (document.visibilityState === 'hidden') void flush();
  };
  document.addEventListener('visibilitychange', whenHidden);
  addEventListener('pagehide', rescue);
  return () => {
    document.removeEventListener('visibilitychange', whenHidden);
    removeEventListener('pagehide', rescue);
    void flush();
  };
}

/** Adds to the lesson's time while the page is in sight and someone is at it. */
function countTime({ progress, tab }: PageLesson): () => void {
  let lastActiveMs = Date.now();
  const active = (): void => {
    lastActiveMs = Date.now();
  };
  const events = ['keydown', 'pointerdown', 'wheel', 'touchstart'] as const;
  for (const name of events) addEventListener(name, active, { passive: true });
  const ticking = setInterval(() => {
    const isWorking = tab.state.getState().isOurs && document.visibilityState === 'visible';
    if (isWorking && Date.now() - lastActiveMs < IDLE_MS) progress.addTime(TICK_MS);
  }, TICK_MS);
  return () => {
    clearInterval(ticking);
    for (const name of events) removeEventListener(name, active);
  };
}
