import type { RunningDigest } from '../../core/digest.ts';

/** Lets the page answer in between, where the work has gone on for long enough to be felt; else resolves at once. */
export type Breathe = () => Promise<void>;

/** A page is felt to hang from 50 ms on; what follows a breath may take its time too. */
const MOST_MS = 12;

/** Bytes that are hashed in one go: a few milliseconds of a slow computer. */
const SLICE_BYTES = 262_144;

/** A breather for one long piece of work. */
export function createBreather(): Breathe {
  let sinceMs = performance.now();
  return async () => {
    if (performance.now() - sinceMs < MOST_MS) return;
    await nextTask();
    sinceMs = performance.now();
  };
}

/** Adds bytes of any length to a digest, breathing in between. */
export async function addInSlices(digest: RunningDigest, bytes: Uint8Array, breathe: Breathe): Promise<void> {
  for (let at = 0; at < bytes.length; at += SLICE_BYTES) {
    digest.add(bytes.subarray(at, at + SLICE_BYTES));
    await breathe();
  }
}

/** By a message, which comes at once in tabs in the background too, where timers wait for a second. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
