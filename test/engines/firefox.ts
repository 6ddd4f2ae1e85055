import { existsSync } from 'node:fs';
// puppeteer-core: drives a stock Firefox over WebDriver BiDi, which Playwright (patched builds only) does not.
import puppeteer from 'puppeteer-core';
import { installDebian } from '../install-debian.ts';
import type { Engine } from './engine.ts';

const INSTALLED = [
  process.env.FIREFOX,
  '/usr/bin/firefox',
  '/usr/bin/firefox-esr',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];

/** A stock Firefox, driven over WebDriver BiDi. */
export const firefoxEngine: Engine = {
  name: 'firefox',
  missing: () => (absent() === null || installDebian(['firefox-esr']) ? null : absent()),
  absent,
  open: async (url) => {
    const executablePath = executable();
    if (executablePath === undefined) throw new Error('no Firefox is installed');
    const browser = await puppeteer.launch({
      ...{ browser: 'firefox', executablePath, headless: true },
      // A busy machine may take minutes for what a free one does in seconds.
      protocolTimeout: 900_000,
    });
    const page = await browser.newPage();
    await page.goto(url);
    return {
      evaluate: <T>(script: string) => page.evaluate(`(async () => { ${script} })()`) as Promise<T>,
      reload: async () => void (await page.reload()),
      goto: async (address) => void (await page.goto(address)),
      close: () => browser.close(),
    };
  },
};

function absent(): string | null {
  return executable() === undefined ? 'no Firefox is installed (Debian: firefox-esr)' : null;
}

function executable(): string | undefined {
  return INSTALLED.find((path) => path !== undefined && existsSync(path));
}
