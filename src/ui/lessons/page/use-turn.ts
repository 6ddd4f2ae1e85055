import { startTransition, useEffect, useState } from 'react';

/** Between two turns the page has so long at most to wait for a moment in which it has nothing to do. */
const WAIT_MS = 200;

const PRESSES = ['pointerdown', 'keydown'] as const;
const RELEASES = ['pointerup', 'pointercancel', 'keyup'] as const;

const waiting: (() => void)[] = [];
/** What is under a finger is not exchanged before it was let go: the click would be lost. */
let isPressed = false;

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
  if (waiting.push(turn) === 1) begin();
  return () => {
    const at = waiting.indexOf(turn);
    if (at >= 0) waiting.splice(at, 1);
  };
}

function begin(): void {
  for (const name of PRESSES) addEventListener(name, press, { capture: true });
  for (const name of RELEASES) addEventListener(name, release, { capture: true });
  whenIdle(next);
}

function press(): void {
  isPressed = true;
}

function release(): void {
  isPressed = false;
  // The click comes with the release, and after it.
  setTimeout(finish);
}

function next(): void {
  if (isPressed) return;
  waiting.shift()?.();
  if (waiting.length === 0) finish();
  else whenIdle(next);
}

function finish(): void {
  if (isPressed) return;
  for (const name of PRESSES) removeEventListener(name, press, { capture: true });
  for (const name of RELEASES) removeEventListener(name, release, { capture: true });
  for (const turn of waiting.splice(0)) turn();
}

function whenIdle(callback: () => void): void {
  // Safari knows no idle moments.
  if (typeof requestIdleCallback === 'function') requestIdleCallback(callback, { timeout: WAIT_MS });
  else setTimeout(callback);
}
