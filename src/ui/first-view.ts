import { createStore } from 'zustand/vanilla';

/**
 * Whether the page that the address named has been shown once. What it can be read without waits for it: counts beside
 * the stations, the student's work in a lesson, the files that are kept for later.
 */
export const firstView = createStore(() => ({ isShown: false }));

/** Says, from an effect of what is shown, that it is there; true once the browser has painted it. */
export function showFirstView(): void {
  if (firstView.getState().isShown) return;
  const settle = (): void => firstView.setState({ isShown: true });
  // A frame begins with the callback and is painted after it. A hidden tab has none.
  if (document.visibilityState === 'hidden') settle();
  else requestAnimationFrame(() => setTimeout(settle));
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
