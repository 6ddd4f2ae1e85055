// `npm run shots`: pictures of every page at three sizes, light and dark, English and French, with real data, in shots/.
import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { build, preview } from 'vite';
import { sampleNotebook } from './e2e/sample-notebook.ts';
import { storeNotebook } from './e2e/store-notebook.ts';
import { CHROMIUM_FLAGS, findChromium } from './find-chromium.ts';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
] as const;
const PAGES = [
  ...['/lessons/point-in-time-joins/two-times', '/lessons/link'],
  ...['/', '/lessons', '/data', '/data/import', '/features', '/features/explorer', '/features/training-set'],
  ...[
    '/runs',
    '/runs/new',
    '/models',
    '/serving',
    '/serving/online',
    '/serving/faults',
    '/serving/log',
    '/route',
    '/notebook',
    '/notebook/sample',
    '/lessons/hand-in',
    '/review',
  ],
];
const LOOKS = [
  { colorScheme: 'light', locale: 'en-GB' },
  { colorScheme: 'dark', locale: 'fr-FR' },
] as const;

process.env.NODE_ENV = 'production';
const folder = 'shots';
const outDir = 'node_modules/.cache/shots';
mkdirSync(folder, { recursive: true });
await build({ logLevel: 'warn', build: { outDir, emptyOutDir: true } });
const server = await preview({
  logLevel: 'warn',
  build: { outDir },
  preview: { port: 0, strictPort: false },
});
const { port } = server.httpServer.address() as AddressInfo;
const origin = `http://localhost:${port}/`;
const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
for (const look of LOOKS) {
  const context = await browser.newContext({ ...look, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(origin);
  await prepare(page);
  for (const viewport of SIZES) {
    await page.setViewportSize(viewport);
    for (const address of PAGES) {
      await page.goto(`${origin}#${address}`);
      await page.waitForTimeout(700);
      await page.locator('.bench-waiting, .loading').waitFor({ state: 'detached' });
      const name = `${address.replaceAll('/', '-').replace(/^-/, '') || 'map'}-${viewport.width}-${look.colorScheme}.png`;
      await page.screenshot({ path: join(folder, name), fullPage: true });
      console.log(name);
    }
  }
  await context.close();
}
await browser.close();
await server.close();

/** Fills the lab through the page's own buttons, so that the pictures show real data; the notebook has every output. */
async function prepare(page: Page): Promise<void> {
  await page.goto(`${origin}#/notebook`);
  await page.locator('.empty').waitFor();
  await storeNotebook(page, sampleNotebook());
  await page.goto(`${origin}#/`);
  await page.locator('.next-step button').click();
  await page.locator('.next-step a').waitFor();
  await page.goto(`${origin}#/serving`);
  for (let step = 0; step < 3; step++) {
    const button = page.locator('.preparation button');
    const name = await button.textContent();
    await button.click();
    await page.getByRole('button', { name: String(name), exact: true }).waitFor({ state: 'detached' });
    await page.locator('.preparation .progress').waitFor({ state: 'detached' });
  }
  await page.locator('.start-form button[type=submit]').click();
  await page.locator('.ask-request button[type=submit]').click();
  await page.locator('.response').waitFor();
}
