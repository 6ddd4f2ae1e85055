import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { build, type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { CHROMIUM_FLAGS, findChromium } from '../find-chromium.ts';
import { openPage } from './open-page.ts';

const N_STEPS = 1000;

describe('two tabs on the same lab', () => {
  let server: PreviewServer;
  let context: BrowserContext;
  let url: string;

  beforeAll(async () => {
    const config = {
      configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
      root: fileURLToPath(new URL('./tabs-page', import.meta.url)),
      logLevel: 'warn',
      build: {
        outDir: fileURLToPath(new URL('../../node_modules/.cache/tabs-page', import.meta.url)),
        emptyOutDir: true,
      },
    } as const;
    await build(config);
    server = await preview({ ...config, preview: { port: 0, strictPort: false, host: '127.0.0.1' } });
    url = `http://127.0.0.1:${(server.httpServer.address() as AddressInfo).port}/`;
    const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
    context = await browser.newContext();
  });
  afterAll(async () => {
    await context.browser()?.close();
    await server.close();
  });

  const openTab = async (where = context): Promise<Page> => {
    const page = await where.newPage();
    await page.goto(url);
    await page.waitForFunction(() => 'tab' in globalThis);
    return page;
  };

  it(`keep one Production and lose nothing over ${N_STEPS} random transitions and edits each`, async () => {
    const [a, b, watcher] = [await openTab(), await openTab(), await openTab()];
    const { runId, startedAt } = await a.evaluate(() => tab.prepare(5));
    const watching = watcher.evaluate(() => tab.watchProduction());
    const startMs = performance.now();
    const [byA, byB] = await Promise.all(
      [a, b].map((page, i) =>
        page.evaluate((options) => tab.work(options), { tab: 'ab'[i]!, runId, nSteps: N_STEPS }),
      ),
    );
    const seconds = (performance.now() - startMs) / 1000;
    const { counts, nLooks } = await watcher.evaluate(() => tab.stopWatching());
    await watching;
    console.log(
      `two tabs: ${4 * N_STEPS} writes in ${seconds.toFixed(1)} s, Production counted ${nLooks} times by a third`,
    );
    expect(counts).toEqual([1]);
    expect(nLooks).toBeGreaterThan(100);
    const hours = byA!.hours + byB!.hours;
    const expected = {
      hour: startedAt / 3_600_000 + hours,
      tags: byA!.tags + byB!.tags,
      production: 1,
      promotions: 2 * N_STEPS + 1,
      sequences: true,
    };
    // The clock is read from each tab's memory: all have caught up with what the others did.
    for (const page of [a, b, watcher]) {
      await expect.poll(() => page.evaluate((id) => tab.look(id), runId)).toEqual(expected);
    }
  });

  it('show each other’s feature views', async () => {
    const [a, b] = [await openTab(), await openTab()];
    expect(await b.evaluate(() => tab.views())).toEqual([]);
    await a.evaluate(() => tab.applyView());
    await expect.poll(() => b.evaluate(() => tab.views())).toEqual(['usage_fv']);
  });

  describe.each([
    { where: 'a browser with locks', script: '' },
    // As on a plain http address; the lab has locks of its own there.
    { where: 'a browser without locks', script: 'delete Navigator.prototype.locks' },
  ])('of $where', ({ script }) => {
    let own: BrowserContext;
    beforeAll(async () => {
      own = await context.browser()!.newContext();
      await own.addInitScript(script);
    });
    afterAll(() => own.close());

    it('leave each other’s runs alone, and end as killed those whose tab is gone', async () => {
      const a = await openTab(own);
      const runId = await a.evaluate(() => tab.startRun());
      const runIn = (page: Page) => page.evaluate((id) => tab.runOf(id), runId);
      const b = await openTab(own);
      expect(await runIn(b)).toEqual({ status: 'RUNNING', reason: null });

      await a.close();
      const c = await openTab(own);
      const reason = 'its tab or browser was closed, or crashed, before the run ended';
      await expect.poll(() => runIn(c)).toEqual({ status: 'KILLED', reason });
      expect(await runIn(b)).toEqual({ status: 'KILLED', reason });
    });

    it('edit a notebook one at a time: the other takes over when asked, with nothing lost, and when the tab closes', async () => {
      const [a, b] = [await openTab(own), await openTab(own)];
      const isOurs = (page: Page) => page.evaluate(() => tab.state.isOurs);
      await a.evaluate(() => tab.openNotebook('from-a'));
      await expect.poll(() => isOurs(a)).toBe(true);
      await b.evaluate(() => tab.openNotebook('from-b'));
      expect(await isOurs(b)).toBe(false);

      await a.evaluate(() => {
        tab.state.unsaved = 'typed just now';
      });
      await b.evaluate(() => tab.lock.take());
      await expect.poll(() => isOurs(b)).toBe(true);
      expect(await isOurs(a)).toBe(false);
      expect(await storedSource(b, 'from-a')).toBe('typed just now');

      await b.close();
      await expect.poll(() => isOurs(a)).toBe(true);
    });
  });
});

function storedSource(page: Page, cellId: string): Promise<string | undefined> {
  return page.evaluate(
    (id) =>
      new Promise<string | undefined>((resolve, reject) => {
        const opening = indexedDB.open('streamflow-notebooks');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('cells').objectStore('cells').get(['shared', id]);
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result?.source);
          };
        };
      }),
    cellId,
  );
}

describe('two tabs of the app', () => {
  it('show the same clock, data, API and faults, whichever of them changed', async () => {
    const lab = await openPage(inject('appUrl'), { address: '/serving' });
    try {
      const { page } = lab;
      const other = await page.context().newPage();
      await other.goto(`${inject('appUrl')}#/serving`);
      await other.locator('.preparation button').waitFor();
      for (let step = 0; step < 4; step++) {
        // By turns: each tab goes on where the other one stopped.
        const acting = step % 2 === 0 ? page : other;
        const following = step % 2 === 0 ? other : page;
        const button = acting.locator('.preparation button');
        const name = String(await button.textContent());
        await button.click();
        await acting.getByRole('button', { name, exact: true }).waitFor({ state: 'detached' });
        await acting.locator('.preparation .progress').waitFor({ state: 'detached' });
        await following.getByRole('button', { name, exact: true }).waitFor({ state: 'detached' });
      }
      await page.locator('.start-form button[type=submit]').click();
      for (const tab of [page, other]) await tab.locator('.api-card[data-state=running]').waitFor();

      const clock = page.getByRole('button', { name: /^Lab clock/ });
      const before = await clock.textContent();
      await clock.click();
      await page.getByRole('button', { name: 'Forward by 1 week' }).click();
      await expect.poll(() => clock.textContent()).not.toBe(before);
      const after = String(await clock.textContent());
      await other
        .getByRole('button', { name: /^Lab clock/ })
        .getByText(after.trim())
        .waitFor();
      expect(lab.complaints).toEqual([]);
    } finally {
      await lab.close();
    }
  });
});
