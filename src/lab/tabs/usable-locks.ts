import type { TabLocks } from './tab-locks.ts';

let found: Promise<TabLocks | null> | null = null;

/**
 * Locks between the tabs of this address: the browser's, or the lab's own where there are none, as on a plain `http`
 * address. Null where nothing is kept at all, which no other tab sees either.
 */
export function usableLocks(): Promise<TabLocks | null> {
  found ??= find();
  return found;
}

async function find(): Promise<TabLocks | null> {
  try {
    // Node 20 has no navigator at all.
    const { locks } = navigator;
    await locks.query();
    return locks;
  } catch {
    return ownLocks();
  }
}

async function ownLocks(): Promise<TabLocks | null> {
  try {
    return await (await import('./open-leased-locks.ts')).openLeasedLocks();
  } catch {
    return null;
  }
}
