import { expect, inject, it } from 'vitest';
import { killWhileWorking, WORKS } from '../crash/kill-while-working.ts';

it.each(WORKS)('a browser that is killed while %s has kept the old or the new, whole', async (work) => {
  const killed = await killWhileWorking({ appUrl: inject('appUrl'), work, kills: 2, seed: 6 });
  expect(killed.flatMap(({ violations }) => violations)).toEqual([]);
  expect(killed.reduce((sum, { nDone }) => sum + nDone, 0)).toBeGreaterThan(0);
});
