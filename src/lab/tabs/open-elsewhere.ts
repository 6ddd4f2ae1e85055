import { usableLocks } from './usable-locks.ts';

const NAME = 'streamflow-lab open';

/**
 * Whether another tab has the lab open now. Notes that this page has, for as long as it lives. Where
 * nothing is kept no tab knows of the others: false.
 */
export async function joinOpenTabs(): Promise<boolean> {
  const locks = await usableLocks();
  if (locks === null) return false;
  const { held = [] } = await locks.query();
  void locks.request(NAME, { mode: 'shared' }, () => new Promise<never>(() => undefined));
  return held.some(({ name }) => name === NAME);
}
