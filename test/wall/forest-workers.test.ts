import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import { CHROMIUM_FLAGS, findChromium } from '../find-chromium.ts';
import { startKernelOf } from './page-scripts.ts';
import { findKernelChunk } from './wall-page.ts';

const FIT = `
const rows = Array.from({ length: 400 }, (_, i) => [i % 7, i % 11, i % 13]);
const labels = rows.map(([a, b]) => (a > b / 2 ? 1 : 0));
const forest = new RandomForestClassifier({ nEstimators: 60, randomState: 3 });
await forest.fit(rows, labels);
console.log('grown');`;

const LONG_FIT = FIT.replace('60', '400000');

let browser: Browser;
let page: Page;
let workers: Set<string>;

beforeAll(async () => {
  browser = await puppeteer.launch({ executablePath: findChromium(), args: [...CHROMIUM_FLAGS] });
  page = await browser.newPage();
  await page.goto(`${inject('appUrl')}#/`);
  await evaluate(startKernelOf(findKernelChunk()));
  // A second kernel waits to take over; with it, as many workers are there as without a forest.
  await evaluate('await kernel.client.restart();');
  workers = await watchWorkers();
  await vi.waitFor(() => expect(workers.size).toBe(2), 10_000);
});

afterAll(() => browser.close());

it('forests grow in workers that stay for the next fit and end with their kernel', async () => {
  expect(await run(FIT)).toContain('grown');
  const nGrowing = workers.size;
  expect(nGrowing).toBeGreaterThan(2);
  expect(await run(FIT)).toContain('grown');
  expect(workers.size).toBe(nGrowing);
  await evaluate('await kernel.client.restart();');
  await expect.poll(() => workers.size).toBe(2);
});

it('a fit that is stopped ends its workers, and the next fit of the kernel starts new ones', async () => {
  await evaluate(`globalThis.running = runCell(${JSON.stringify(LONG_FIT)});`);
  await expect.poll(() => workers.size).toBeGreaterThan(2);
  await evaluate('await kernel.client.stop();');
  expect(await evaluate<{ end: string }>('return running;')).toMatchObject({ end: 'stopped' });
  await expect.poll(() => workers.size).toBe(2);
  expect(await run(FIT)).toContain('grown');
});

async function run(source: string): Promise<string> {
  const { outputs } = await evaluate<{ outputs: string }>(`return runCell(${JSON.stringify(source)});`);
  return outputs;
}

function evaluate<T>(script: string): Promise<T> {
  return page.evaluate(`(async () => { ${script} })()`) as Promise<T>;
}

/** The workers of the frame, those of workers too, as the browser tells of them. */
async function watchWorkers(): Promise<Set<string>> {
  const found = new Set<string>();
  const frame = browser.targets().find((target) => target.url().endsWith('/sandbox.html'));
  const session: CDPSession =
    frame === undefined ? await page.createCDPSession() : await frame.createCDPSession();
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') found.add(sessionId);
  });
  session.on('Target.detachedFromTarget', ({ sessionId }) => found.delete(sessionId));
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: true,
  });
  return found;
}
