let found: Promise<LockManager | null> | null = null;

/** The browser's locks; null where it has none (a plain `http` address) or refuses them (storage is forbidden). */
export function usableLocks(): Promise<LockManager | null> {
  found ??= find();
  return found;
}

async function find(): Promise<LockManager | null> {
  try {
    // Node 20 has no navigator at all.
    const { locks } = navigator;
    await locks.query();
    return locks;
  } catch {
    return null;
  }
}
