// `npm run shots`: pictures of every page, state and dialog at three widths, light in English and dark in French, with
// real data, in shots/. `npm run shots -- dark notebook run-` takes, in one look, those scenes whose name has a word.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { CHROMIUM_FLAGS, findChromium } from '../find-chromium.ts';
import { servePages } from '../serve-pages.ts';
import { classroomScenes } from './classroom-scenes.ts';
import { failureScenes } from './failure-scenes.ts';
import { fillLab } from './fill-lab.ts';
import { lessonScenes } from './lesson-scenes.ts';
import { notebookScenes } from './notebook-scenes.ts';
import type { Scene } from './scene.ts';
import { stationScenes } from './station-scenes.ts';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 900, height: 800 },
  { width: 390, height: 844 },
] as const;
const LOOKS = [
  { colorScheme: 'light', locale: 'en-GB' },
  { colorScheme: 'dark', locale: 'fr-FR' },
] as const;
const FOLDER = 'shots';

const asked = process.argv.slice(2);
const looks = LOOKS.filter(({ colorScheme }) => asked.includes(colorScheme));
const words = asked.filter((word) => word !== 'light' && word !== 'dark');
const scenes = [
  ...stationScenes,
  ...notebookScenes,
  ...lessonScenes,
  ...classroomScenes,
  ...failureScenes,
].filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
mkdirSync(FOLDER, { recursive: true });
const outDir = 'node_modules/.cache/shots';
const app = await servePages({ outDir, beside: {}, isBuilt: process.env.SHOTS_BUILT === '1' });
const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
let nFailed = 0;
for (const look of looks.length > 0 ? looks : LOOKS) {
  const newContext = async (): Promise<BrowserContext> => {
    const context = await browser.newContext({ ...look, viewport: SIZES[0], reducedMotion: 'reduce' });
    context.setDefaultTimeout(30_000);
    // The service worker would fetch the whole app beside every picture.
    await context.addInitScript('delete Navigator.prototype.serviceWorker');
    return context;
  };
  const full = scenes.some(({ lab }) => lab === 'full') ? await newContext() : null;
  if (full !== null) await fillLab(await full.newPage(), app.url);
  for (const scene of scenes) {
    const context = scene.lab === 'full' && full !== null ? full : await newContext();
    const page = await context.newPage();
    try {
      await show(page, scene);
      await picture(page, scene, look.colorScheme);
    } catch (error) {
      // The other scenes do not depend on it; what the page looks like tells most.
      nFailed++;
      console.error(`${scene.name} (${look.colorScheme}): ${(error as Error).message}`);
      await page.screenshot({ path: join(FOLDER, `FAILED-${scene.name}-${look.colorScheme}.png`) });
    }
    await (context === full ? page.close() : context.close());
  }
  await full?.close();
}
await browser.close();
await app.close();
process.exitCode = nFailed === 0 ? 0 : 1;

async function show(page: Page, { address, initScript, waitFor, act }: Scene): Promise<void> {
  if (initScript !== undefined) await page.addInitScript(initScript);
  await page.goto(`${app.url}#${address}`);
  await page
    .locator(waitFor ?? 'main h1')
    .first()
    .waitFor({ state: waitFor === undefined ? 'attached' : 'visible' });
  await act?.(page, app.url);
}

/** At each width in turn, once everything has come to rest. */
async function picture(page: Page, { name, isWindow }: Scene, theme: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    // A bar that sticks would lie in the middle of a picture of the whole page.
    if (isWindow !== true) await page.evaluate(() => scrollTo(0, 0));
    await page.waitForTimeout(500);
    await page
      .locator('.bench-waiting, .loading')
      .filter({ visible: true })
      .first()
      .waitFor({ state: 'detached' });
    const widthOfPage = await page.evaluate(() => document.documentElement.scrollWidth);
    if (widthOfPage > size.width) console.warn(`${name}: ${widthOfPage} px wide in ${size.width}`);
    const path = join(FOLDER, `${name}-${size.width}-${theme}.png`);
    await page.screenshot({ path, fullPage: isWindow !== true });
  }
  console.log(name);
}
