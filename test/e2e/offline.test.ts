import { readFileSync } from 'node:fs';
import { chromium, type Page } from 'playwright';
import { build } from 'vite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chromiumEngine } from '../engines/chromium.ts';
import { type Engine, type EnginePage, waitFor } from '../engines/engine.ts';
import { firefoxEngine } from '../engines/firefox.ts';
import { CHROMIUM_FLAGS, findChromium } from '../find-chromium.ts';
import { startKernelOf } from '../wall/page-scripts.ts';
import { axeViolations } from './open-page.ts';
import { prepareServing } from './prepare-serving.ts';
import { figuresInNode, figuresOf } from './route-figures.ts';
import { BUILD_FOLDER } from './serve-build.ts';
import { type StaticServer, startStaticServer } from './static-server.ts';

const STATIONS = ['/', '/lessons', '/data', '/features', '/runs', '/models', '/serving', '/route'];

describe('the lab without a network', () => {
  let server: StaticServer;
  beforeEach(async () => {
    server = await startStaticServer(BUILD_FOLDER);
  });
  afterEach(() => server.stop());

  it.for([chromiumEngine, firefoxEngine])(
    'has every station, trains and predicts after one visit, in $name',
    async (engine, { skip }) => {
      const missing = engine.missing();
      if (missing !== null) skip(missing);
      const page = await visitOnce(engine, server.url);
      try {
        await server.stop();
        await page.reload();
        const usableMs = await waitFor<number>(
          page,
          `const isOpen = document.querySelector('main h1') && document.querySelector('.clock');
           return isOpen ? performance.now() : null;`,
          30_000,
        );
        console.log(`${engine.name}: second visit, no server: usable after ${usableMs.toFixed(0)} ms`);
        for (const station of STATIONS) {
          await page.evaluate(`location.hash = '${station}';`);
          await waitFor(
            page,
            `return (location.hash === '#${station}' && document.querySelector('main h1')) ? true : null;`,
            30_000,
          );
        }
        expect(await figuresOf(page)).toEqual(await figuresInNode());
        await prepareServing(page);
        // Browsers ask no service worker for the document of a sandboxed frame: the kernel's comes another way.
        await page.evaluate(startKernelOf(findChunk('src/lab/notebook/open-kernel.ts')));
        expect(await page.evaluate(`return (await runCell('display(6 * 7)')).outputs;`)).toContain('42');
        expect(await page.evaluate(`return document.querySelector('iframe').contentDocument;`)).toBeNull();
      } finally {
        await page.close();
      }
    },
  );
});

describe('a new version of the lab', () => {
  it('is put in place when the reader agrees, and leaves other tabs the files of the old one', async () => {
    const server = await startStaticServer(BUILD_FOLDER);
    const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
    const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' });
    const asked: string[] = [];
    context.on('request', (request) => asked.push(request.url()));
    try {
      const [tab, other] = [await context.newPage(), await context.newPage()];
      await tab.goto(server.url);
      await tab.evaluate(() => navigator.serviceWorker.ready);
      await other.goto(server.url);
      const before = await versionOf(tab);
      await tab.getByRole('link', { name: 'Data' }).click();
      await tab.getByRole('heading', { level: 1 }).waitFor();

      await buildNext();
      server.show(NEXT_BUILD);
      await tab.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
      const notice = tab.getByRole('region', { name: 'New version' });
      await notice.waitFor();
      expect(await versionOf(tab)).toBe(before);
      expect(await axeViolations(tab)).toEqual([]);
      expect(await filesKept(tab, before)).toBeGreaterThan(50);

      await notice.getByRole('button', { name: 'Open the new version' }).click();
      await expect.poll(() => versionOf(tab)).not.toBe(before);
      expect(tab.url()).toBe(`${server.url}#/data`);

      // The other tab runs on, pages that it had not opened before included, though the server has them no more.
      await other.getByRole('region', { name: 'New version' }).waitFor();
      expect(await versionOf(other)).toBe(before);
      await tab.evaluate(TIDY);
      await other.getByRole('link', { name: 'Serving' }).click();
      await other.getByRole('heading', { level: 1, name: 'Serving' }).waitFor();

      await other.close();
      await expect
        .poll(async () => {
          await tab.evaluate(TIDY);
          return filesKept(tab, before);
        })
        .toBe(0);
      await server.stop();
      await tab.reload();
      await tab.getByRole('heading', { level: 1 }).waitFor();
      expect(asked.filter((url) => !url.startsWith(server.url))).toEqual([]);
    } finally {
      await browser.close();
      await server.stop();
    }
  });
});

const NEXT_BUILD = `${BUILD_FOLDER}-next`;

/** Asks the worker to drop what no page needs, as each page does some time after it was loaded. */
const TIDY = `navigator.serviceWorker.controller.postMessage({ kind: 'tidy' })`;

/** The same app with another text in every chunk, so that no hashed name stays. */
async function buildNext(): Promise<void> {
  const change = { name: 'change', renderChunk: (code: string) => `${code}\nglobalThis.isNext = true;` };
  await build({ logLevel: 'warn', plugins: [change], build: { outDir: NEXT_BUILD, emptyOutDir: true } });
}

function versionOf(page: Page): Promise<string | null> {
  return page.locator('meta[name=lab-version]').getAttribute('content');
}

/** How many files of a version the browser keeps: those that its list names. */
function filesKept(page: Page, version: string | null): Promise<number> {
  return page.evaluate(async (name) => {
    const cache = await caches.open((await caches.keys())[0] ?? '');
    const list = await cache.match(`./?precache-list=${name}`);
    if (list === undefined) return 0;
    const { files } = (await list.json()) as { files: { url: string }[] };
    const kept = await Promise.all(files.map(({ url }) => cache.match(url, { ignoreSearch: true })));
    return kept.filter((response) => response !== undefined).length;
  }, version);
}

/** Where the build keeps a source of its own chunk. */
function findChunk(source: string): string {
  const manifest = JSON.parse(readFileSync(`${BUILD_FOLDER}/.vite/manifest.json`, 'utf8')) as Record<
    string,
    { readonly file: string }
  >;
  return manifest[source]!.file;
}

/** Opens the lab's first page and waits until the browser has all files; no other page is looked at. */
async function visitOnce(engine: Engine, url: string): Promise<EnginePage> {
  const page = await engine.open(url);
  await waitFor(
    page,
    `const registration = await navigator.serviceWorker.getRegistration();
     return registration?.active?.state === 'activated' ? true : null;`,
    60_000,
  );
  return page;
}
