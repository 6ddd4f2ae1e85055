import { useEffect, useState } from 'react';
import type { MonacoHost } from './monaco/create-monaco-host.ts';

let loading: Promise<MonacoHost> | null = null;
let loaded: MonacoHost | null = null;

/** Loads the full editor, once per page. A failed loading may be tried again. */
export function loadMonaco(): Promise<MonacoHost> {
  loading ??= import('./monaco/create-monaco-host.ts').then(
    ({ createMonacoHost }) => {
      loaded = createMonacoHost();
      return loaded;
    },
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

/** The full editor once it is loaded, where it is wanted; null until then, on touch screens and where loading failed. */
export function useMonaco(isWanted: boolean): MonacoHost | null {
  const [host, setHost] = useState(loaded);
  const isTouch = matchMedia('(pointer: coarse)').matches;
  useEffect(() => {
    if (!isWanted || isTouch || host !== null) return;
    let isCurrent = true;
    loadMonaco().then(
      async (monaco) => {
        await compositionEnd();
        if (isCurrent) setHost(monaco);
      },
      // The plain editor stays; the next cell tries again.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [isWanted, isTouch, host]);
  return isTouch ? null : host;
}

/** Resolves when no input method is in the middle of a word, which another field would break off. */
async function compositionEnd(): Promise<void> {
  if (!isComposing) return;
  await new Promise((resolve) => addEventListener('compositionend', resolve, { once: true }));
}

let isComposing = false;
addEventListener('compositionstart', () => {
  isComposing = true;
});
addEventListener('compositionend', () => {
  isComposing = false;
});
