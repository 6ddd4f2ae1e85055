let found: Promise<LockManager | null> | null = null;

/** The browser's locks; null where it has none (a plain `http` address) or refuses them (storage is forbidden). */
export function usableLocks(): Promise<LockManager | null> {
  found ??= find();
  return found;
}

async function find(): Promise<LockManager | null> {
  const { locks } = navigator;
  try {
    await locks.query();
    return locks;
  } catch {
    return null;
  }
}
