import { useEffect, useState } from 'react';

const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'scroll', 'touchstart'] as const;

/** After this long one who reads without a move has all the rest, too. */
const WAIT_MS = 10_000;

/**
 * Whether the reader has made any move since the page was opened, or some time has passed. Labs that a text can be read
 * without are opened then: it takes the page about a second, and not the one in which the text is to appear.
 */
export function useHasStirred(): boolean {
  const [hasStirred, setStirred] = useState(() => navigator.userActivation?.hasBeenActive ?? true);
  useEffect(() => {
    if (hasStirred) return;
    const stir = (): void => setStirred(true);
    for (const sign of SIGNS) addEventListener(sign, stir, { passive: true, capture: true });
    const waiting = setTimeout(stir, WAIT_MS);
    return () => {
      clearTimeout(waiting);
      for (const sign of SIGNS) removeEventListener(sign, stir, { capture: true });
    };
  }, [hasStirred]);
  return hasStirred;
}
