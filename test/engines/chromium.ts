import { chromium } from 'playwright';
import { CHROMIUM_FLAGS, findChromium, installedChromium } from '../find-chromium.ts';
import type { Engine } from './engine.ts';

/** Chromium, driven by Playwright. */
export const chromiumEngine: Engine = {
  name: 'chromium',
  missing: () => null,
  absent: () => (installedChromium() === null ? 'no Chromium is installed' : null),
  open: async (url) => {
    const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
    const page = await browser.newPage();
    await page.goto(url);
    return {
      evaluate: (script) => page.evaluate(`(async () => { ${script} })()`),
      reload: async () => void (await page.reload()),
      goto: async (address) => void (await page.goto(address)),
      close: () => browser.close(),
    };
  },
};
