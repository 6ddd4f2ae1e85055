import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { CHROMIUM_FLAGS, findChromium } from '../find-chromium.ts';
import { startKernelOf } from './page-scripts.ts';
import { findKernelChunk } from './wall-page.ts';

// With Chromium's own choice of processes, which Playwright and puppeteer change: a frame without an origin has one of
// its own, so that its end is not the page's.
const FLAGS = ['--headless=new', '--remote-debugging-pipe', ...CHROMIUM_FLAGS, 'about:blank'];

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await puppeteer.launch({
    executablePath: findChromium(),
    ignoreDefaultArgs: true,
    args: FLAGS,
    pipe: true,
  });
  page = await browser.newPage();
  await page.goto(`${inject('appUrl')}#/`);
  await evaluate(startKernelOf(findKernelChunk()));
});

afterAll(() => browser.close());

it('a crash of the kernel’s process ends the cell with an error, and the page and the next cell go on', async () => {
  await evaluate('globalThis.running = runCell("while (true) {}");');
  const frame = browser.targets().find((target) => target.url().endsWith('/sandbox.html'));
  const session = await frame!.createCDPSession();
  // It never answers.
  session.send('Page.crash').catch(() => undefined);
  const ended = await evaluate<{ end: string; stateKept: boolean; outputs: string }>('return running;');
  expect(ended).toMatchObject({ end: 'stopped', stateKept: false });
  expect(ended.outputs).toContain('the kernel has crashed');
  const after = await evaluate<{ outputs: string }>('return runCell("6 * 7");');
  expect(after.outputs).toContain('42');
});

function evaluate<T>(script: string): Promise<T> {
  return page.evaluate(`(async () => { ${script} })()`) as Promise<T>;
}
