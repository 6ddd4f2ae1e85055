import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** Longest wait for a quiet moment after the page came into sight, in milliseconds. */
const PATIENCE_MS = 1000;

const pageShown = createStore<boolean>(() => false);

/** Whether the page that was asked for has come into sight and the browser had a quiet moment since. */
export function usePageShown(): boolean {
  return useStore(pageShown);
}

/** Put beside a page that may still be loading: tells when it has come. */
export function PageShown(): null {
  useEffect(() => whenQuiet(() => pageShown.setState(true)), []);
  return null;
}

function whenQuiet(act: () => void): void {
  // WebKit has no such callback yet.
  if (typeof requestIdleCallback === 'function') requestIdleCallback(act, { timeout: PATIENCE_MS });
  else setTimeout(act, PATIENCE_MS / 10);
}
