import { startTransition, useEffect, useState } from 'react';

/** Between two turns the page has so long at most to wait for a moment in which it has nothing to do. */
const WAIT_MS = 200;

const waiting: (() => void)[] = [];
/** What is under a finger is not exchanged before it was let go: the click would be lost. */
let isPressed = false;

for (const name of ['pointerdown', 'keydown'] as const) {
  addEventListener(name, () => (isPressed = true), { capture: true, passive: true });
}
for (const name of ['pointerup', 'pointercancel', 'keyup'] as const) {
  // The click comes with the release, and after it.
  addEventListener(name, () => setTimeout(release), { capture: true, passive: true });
}

/**
 * Becomes true some time after `isReady` does: one block after the other, in moments when the page has nothing else to
 * do, and all that are left as soon as the reader has touched anything. What is ready from the start need not wait.
 */
export function useTurn(isReady: boolean): boolean {
  const [hasTurn, setTurn] = useState(isReady);
  useEffect(() => {
    if (!isReady || hasTurn) return;
    return queue(() => startTransition(() => setTurn(true)));
  }, [isReady, hasTurn]);
  return hasTurn && isReady;
}

function queue(turn: () => void): () => void {
  if (waiting.push(turn) === 1) whenIdle(next);
  return () => {
    const at = waiting.indexOf(turn);
    if (at >= 0) waiting.splice(at, 1);
  };
}

function next(): void {
  // The release goes on with all of them.
  if (isPressed) return;
  waiting.shift()?.();
  if (waiting.length > 0) whenIdle(next);
}

function release(): void {
  isPressed = false;
  for (const turn of waiting.splice(0)) turn();
}

function whenIdle(callback: () => void): void {
  // Safari knows no idle moments.
  if (typeof requestIdleCallback === 'function') requestIdleCallback(callback, { timeout: WAIT_MS });
  else setTimeout(callback);
}
