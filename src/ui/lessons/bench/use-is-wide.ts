import { useSyncExternalStore } from 'react';

const wide = matchMedia('(min-width: 1100px)');

/** Whether the bench has room beside the text. */
export function useIsWide(): boolean {
  return useSyncExternalStore(subscribe, () => wide.matches);
}

function subscribe(onChange: () => void): () => void {
  wide.addEventListener('change', onChange);
  return () => wide.removeEventListener('change', onChange);
}
