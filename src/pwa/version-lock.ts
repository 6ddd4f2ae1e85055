const PREFIX = 'streamflow-lab version ';

/** Holds on to this page's version for as long as the page lives, so that its files are not dropped under it. */
export function holdVersion(version: string): void {
  // Held until the page goes: the browser releases it then, after a crash too.
  // Where the browser refuses locks it keeps no files either.
  navigator.locks
    ?.request(PREFIX + version, { mode: 'shared' }, () => new Promise<never>(() => undefined))
    .catch(() => undefined);
}

/** The versions that open pages of this origin run. */
export async function versionsInUse(locks: LockManager): Promise<readonly string[]> {
  const { held = [], pending = [] } = await locks.query();
  return [...held, ...pending].flatMap(({ name = '' }) =>
    name.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : [],
  );
}
