import { useEffect, useState } from 'react';

/** Longest wait for a quiet moment, in milliseconds. */
const PATIENCE_MS = 200;

const waiting: (() => void)[] = [];
let isServing = false;

/**
 * Whether it is a component's turn, once `isReady`: one after the other in the order of the page, each in a quiet moment,
 * so that the page answers in between. One that is ready from the start has its turn at once.
 */
export function useTurn(isReady: boolean): boolean {
  const [hasTurn, setTurn] = useState(isReady);
  useEffect(() => {
    if (!isReady || hasTurn) return;
    const take = (): void => setTurn(true);
    waiting.push(take);
    serve();
    return () => {
      const place = waiting.indexOf(take);
      if (place >= 0) waiting.splice(place, 1);
    };
  }, [isReady, hasTurn]);
  return isReady && hasTurn;
}

function serve(): void {
  if (isServing) return;
  isServing = true;
  whenQuiet(() => {
    isServing = false;
    waiting.shift()?.();
    if (waiting.length > 0) serve();
  });
}

function whenQuiet(act: () => void): void {
  // WebKit has no such callback yet.
  if (typeof requestIdleCallback === 'function') requestIdleCallback(act, { timeout: PATIENCE_MS });
  else setTimeout(act);
}
