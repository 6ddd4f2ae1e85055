const NAME = 'streamflow-lab open';

/**
 * Whether another tab has the lab open now. Notes that this page has, for as long as it lives. Where the browser has
 * no locks (a plain `http` address) no tab knows of the others: false.
 */
export async function joinOpenTabs(): Promise<boolean> {
  const { locks } = navigator;
  if (locks === undefined) return false;
  const { held = [] } = await locks.query();
  void locks.request(NAME, { mode: 'shared' }, () => new Promise<never>(() => undefined));
  return held.some(({ name }) => name === NAME);
}
