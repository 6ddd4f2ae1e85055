import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { MersenneTwister } from '../../src/core/training/mersenne-twister.ts';
import { type KillableBrowser, openKillableBrowser } from './killable-browser.ts';

/** The works of `lab-page`. */
export const WORKS = ['importing', 'training', 'promoting', 'materializing', 'restoring'] as const;

/** What one kill in the middle of work left behind. */
export interface KilledWork {
  readonly work: (typeof WORKS)[number];
  /** Steps that were told to be done before the kill. */
  readonly nDone: number;
  readonly killedAfterMs: number;
  /** What is not as it must be; empty where all is well. */
  readonly violations: readonly string[];
}

/** Where the work is done and what is done. */
export interface KillWorkOptions {
  /** Of the built app, with `lab-page` beside it as `crash`. */
  readonly appUrl: string;
  readonly work: KilledWork['work'];
  readonly kills: number;
  readonly seed: number;
  readonly onKill?: (killed: KilledWork, round: number) => void;
}

/** Steps take from a few milliseconds to some hundred: later than this after the first, a kill meets no other work. */
const SPREAD_MS = 1500;
const PATIENCE_MS = 120_000;

/**
 * Works on and on in a browser and kills it at a random moment, again and again over the same profile; after each, the
 * app is opened and shows itself, and what it holds is looked at.
 */
export async function killWhileWorking(options: KillWorkOptions): Promise<readonly KilledWork[]> {
  const { appUrl, work, kills, seed, onKill } = options;
  const profile = await mkdtemp(join(tmpdir(), 'killed-work-'));
  const twister = new MersenneTwister(seed);
  const pageUrl = `${appUrl}crash/index.html`;
  const killed: KilledWork[] = [];
  let browser: KillableBrowser | null = null;
  try {
    browser = await openKillableBrowser(profile, pageUrl);
    await crashPage(browser.page);
    await browser.page.evaluate((name) => crash.prepare(name), work);
    for (let round = 1; round <= kills; round++) {
      const killedAfterMs = twister.randomSample() * SPREAD_MS;
      const steps = await workUntilKilled(browser, work, killedAfterMs);
      browser = await openKillableBrowser(profile, `${appUrl}#/`);
      const violations = [...(await appTroubles(browser.page))];
      await browser.page.goto(pageUrl);
      await crashPage(browser.page);
      const done = steps.at(-1) ?? null;
      violations.push(
        ...(await browser.page.evaluate(([name, last]) => crash.look(name!, last!), [work, done])),
      );
      killed.push({ work, nDone: steps.length, killedAfterMs, violations });
      onKill?.(killed.at(-1)!, round);
    }
    return killed;
  } finally {
    await browser?.close();
    await rm(profile, { recursive: true, force: true });
  }
}

async function crashPage(page: Page): Promise<void> {
  await page.waitForFunction(() => 'crash' in globalThis, undefined, { timeout: PATIENCE_MS });
}

/** Kills the browser `ms` after the work began; gives the steps that were told to be done. */
async function workUntilKilled(
  { page, kill }: KillableBrowser,
  work: string,
  ms: number,
): Promise<readonly string[]> {
  const steps: string[] = [];
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  await page.exposeFunction('tellStep', (step: string | null) => {
    if (step === null) begin();
    else steps.push(step);
  });
  const working = page
    .evaluate((name) => crash.work(name), work)
    .then(
      () => null,
      (error: unknown) => error,
    );
  const failed = await Promise.race([begun.then(() => null), working]);
  if (failed !== null) throw failed;
  await new Promise((resolve) => setTimeout(resolve, ms));
  kill();
  const error = await working;
  if (!/closed|crashed/i.test(String(error))) throw error;
  return steps;
}

/** Whether the app opens: it says that the work is kept, and no screen of trouble is there. */
async function appTroubles(page: Page): Promise<readonly string[]> {
  try {
    await page.getByRole('link', { name: /^Saved/ }).waitFor({ timeout: PATIENCE_MS });
    return [];
  } catch {
    return [`the app does not open: ${(await page.locator('body').innerText()).slice(0, 300)}`];
  }
}
