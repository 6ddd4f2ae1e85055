import type { Scene } from './scene.ts';

const STATIONS = {
  map: '/',
  data: '/data',
  'data-import': '/data/import',
  features: '/features',
  'features-explorer': '/features/explorer',
  'features-training-set': '/features/training-set',
  runs: '/runs',
  'run-new': '/runs/new',
  models: '/models',
  serving: '/serving',
  'serving-online': '/serving/online',
  'serving-faults': '/serving/faults',
  'serving-log': '/serving/log',
  route: '/route',
};

/** Every station in an empty lab and in a full one, what lies one press deeper, and the dialogs. */
export const stationScenes: readonly Scene[] = [
  ...Object.entries(STATIONS).flatMap(([name, address]): Scene[] => [
    { name: `empty-${name}`, address, lab: 'empty' },
    { name, address, lab: 'full' },
  ]),
  ...['overview', 'threshold', 'explain', 'files', 'origin'].map(
    (tab): Scene => ({
      ...{ name: `run-${tab}`, address: '/runs', lab: 'full', waitFor: 'main table a' },
      act: async (page) => {
        // The first was made by a station, and has no form, scores or receipt.
        await page.locator('main table a').nth(1).click();
        await page.locator(`[role=tab][data-key="${tab}"]`).click();
      },
    }),
  ),
  {
    ...{ name: 'run-compare', address: '/runs', lab: 'full', waitFor: 'main table a' },
    act: async (page) => {
      for (const box of await page.locator('main tbody input[type=checkbox]').all()) await box.check();
      await page.locator('a[href^="#/runs/compare"]').click();
      await page.locator('.chart svg').first().waitFor();
    },
  },
  { name: 'run-none', address: '/runs/no-such-run', lab: 'full' },
  ...['move', 'alias', 'delete'].map(
    (name, i): Scene => ({
      ...{ name: `models-${name}`, address: '/models', lab: 'full', waitFor: '.row-actions', isWindow: true },
      act: async (page) => {
        const row = page.locator('.row-actions').first();
        // The third compares.
        await row
          .locator('button')
          .nth(i === 2 ? 3 : i)
          .click();
        await page.getByRole('dialog').waitFor();
      },
    }),
  ),
  {
    ...{ name: 'models-compare', address: '/models', lab: 'full', waitFor: '.row-actions' },
    act: (page) => page.locator('.row-actions').first().locator('button').nth(2).click(),
  },
  {
    ...{ name: 'data-snapshot', address: '/data', lab: 'full', waitFor: 'main table' },
    act: async (page) => {
      await page.locator('main table tbody button, main table tbody a').first().click();
      await page.waitForTimeout(500);
    },
  },
  {
    ...{ name: 'clock', address: '/', lab: 'full', waitFor: '.top-bar button', isWindow: true },
    act: (page) => page.locator('.top-bar button').first().click(),
  },
];
