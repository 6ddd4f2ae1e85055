import { readFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { CHROMIUM_FLAGS, findChromium } from './find-chromium.ts';

const FOLDER = 'src/pwa/static';

/** Per file its size in pixels; a maskable or touch icon is cut to a shape by the system, so its ground has no corners. */
const ICONS = [
  { file: 'icon-192.png', size: 192, isCutBySystem: false },
  { file: 'icon-512.png', size: 512, isCutBySystem: false },
  { file: 'icon-maskable-512.png', size: 512, isCutBySystem: true },
  { file: 'icon-touch-180.png', size: 180, isCutBySystem: true },
];

/** Draws the installed app's icons from `icon.svg`: `npm run icons`. */
const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
const svg = readFileSync(`${FOLDER}/icon.svg`, 'utf8');
for (const { file, size, isCutBySystem } of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const drawn = isCutBySystem ? svg.replace(' rx="96"', '') : svg;
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${drawn}`);
  await page.screenshot({ path: `${FOLDER}/${file}`, omitBackground: true });
  await page.close();
}
await browser.close();
