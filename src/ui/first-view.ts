import { createStore } from 'zustand/vanilla';

/**
 * Whether the page that the address named has been shown once. What it can be read without waits for it: counts beside
 * the stations, the student's work in a lesson, the files that are kept for later.
 */
export const firstView = createStore(() => ({ isShown: false }));

/** Paints are told of some frames later; a browser that tells of none so long has painted nothing, or does not tell. */
const PATIENCE_MS = 500;

/** Says, from an effect of what is shown, that it is there; true once it is on the screen. */
export function showFirstView(): void {
  if (firstView.getState().isShown) return;
  const settle = (): void => firstView.setState({ isShown: true });
  // A frame begins with the callback and is painted after it. A hidden tab has none.
  if (document.visibilityState === 'hidden') settle();
  else requestAnimationFrame(() => setTimeout(() => whenPainted(settle)));
}

/** Once anything is on the screen: what is painted waits for the other processes of the browser. */
function whenPainted(then: () => void): void {
  const observer = new PerformanceObserver(() => go());
  const waiting = setTimeout(() => go(), PATIENCE_MS);
  const go = (): void => {
    observer.disconnect();
    clearTimeout(waiting);
    then();
  };
  // Told at once of a paint that has been.
  observer.observe({ type: 'paint', buffered: true });
}

/** Resolves when the first view has been shown. */
export function whenFirstViewShown(): Promise<void> {
  return new Promise((resolve) => {
    if (firstView.getState().isShown) return resolve();
    const stop = firstView.subscribe(({ isShown }) => {
      if (!isShown) return;
      stop();
      resolve();
    });
  });
}
