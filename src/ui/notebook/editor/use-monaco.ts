import type { MonacoHost } from './monaco-host.ts';

/** The full editor once it is loaded, where it is wanted; null until then, on touch screens and where loading failed. */
export function useMonaco(isWanted: boolean): MonacoHost | null {
  void isWanted;
  return null;
}
