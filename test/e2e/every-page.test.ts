import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { axeViolations, type LabPage, openPage } from './open-page.ts';
import { sampleNotebook } from './sample-notebook.ts';
import { storeNotebook } from './store-notebook.ts';

const ADDRESSES = [
  ...['/', '/lessons', '/route', '/data', '/data/import', '/features', '/features/explorer'],
  ...['/features/training-set', '/runs', '/runs/new', '/models', '/serving', '/serving/online'],
  ...[
    '/serving/faults',
    '/serving/log',
    '/storage',
    '/review',
    '/lessons/hand-in',
    '/notebook',
    '/notebook/sample',
  ],
];

describe('every page', () => {
  let lab: LabPage;
  afterEach(() => lab.close());

  it.each([
    ['en', 'light'],
    ['en', 'dark'],
    ['fr', 'light'],
    ['fr', 'dark'],
  ] as const)(
    'has nothing for axe to find, in an empty lab and in a full one (%s, %s)',
    async (language, theme) => {
      lab = await openPage(inject('appUrl'), { language, theme });
      const { page } = lab;
      for (const isFull of [false, true]) {
        if (isFull) {
          await prepare(page);
          await storeNotebook(page, sampleNotebook());
        }
        for (const address of ADDRESSES) {
          await page.goto(`${inject('appUrl')}#${address}`);
          // The page before may be in sight until this one is loaded.
          await page.waitForTimeout(200);
          await page.locator('main h1').filter({ visible: true }).first().waitFor();
          await page.waitForTimeout(200);
          expect(await axeViolations(page), address).toEqual([]);
        }
      }
      await page.goto(`${inject('appUrl')}#/runs`);
      await page.locator('main table a').first().click();
      await page.getByRole('tab').first().waitFor();
      for (const tab of await page.getByRole('tab').all()) {
        await tab.click();
        await page.waitForTimeout(200);
        expect(await axeViolations(page), `the run's ${await tab.textContent()}`).toEqual([]);
      }
      expect(lab.complaints).toEqual([]);
    },
  );

  it('lets a chart be saved as it looks', async () => {
    lab = await openPage(inject('appUrl'));
    const { page } = lab;
    await prepare(page);
    await page.goto(`${inject('appUrl')}#/models`);
    await page.locator('.chart svg').waitFor();
    await page.getByText('The data as a table').click();
    const svg = await download(page, 'Download as SVG');
    expect(svg.toString('utf8')).toMatch(/^<svg[^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(svg.toString('utf8')).toContain('rgb(28, 107, 52)');
    const png = await download(page, 'Download as PNG');
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.length).toBeGreaterThan(2000);
    expect(lab.complaints).toEqual([]);
  });
});

async function download(page: Page, name: string): Promise<Buffer> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  return readFile(await (await waiting).path());
}

/** Data, views, a model in Production and a filled online store, by the buttons of the serving station. */
async function prepare(page: Page): Promise<void> {
  await page.goto(`${inject('appUrl')}#/serving`);
  for (let step = 0; step < 4; step++) {
    const button = page.locator('.preparation button');
    const name = String(await button.textContent());
    await button.click();
    await page.getByRole('button', { name, exact: true }).waitFor({ state: 'detached' });
    await page.locator('.preparation .progress').waitFor({ state: 'detached' });
  }
  await page.locator('.start-form button[type=submit]').click();
  await page.locator('.api-card[data-state=running]').waitFor();
}
