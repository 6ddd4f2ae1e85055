import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { MersenneTwister } from '../../src/core/training/mersenne-twister.ts';
import { type KillableBrowser, openKillableBrowser } from './killable-browser.ts';

/** What one kill in the middle of typing cost. */
export interface KilledTyping {
  readonly nTyped: number;
  readonly nLost: number;
  /** From the first key that was lost to the kill; 0 where none was. */
  readonly lostMs: number;
  /** What is stored is what was typed, up to the loss. */
  readonly isIntact: boolean;
  /** Nothing is lost that the browser had said to be stored. */
  readonly isKept: boolean;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** The kill comes so long after the first keys, which a busy computer may take its time for. */
const SPREAD_MS = 1500;
const FIRST_KEYS = 4;

/**
 * Types into a cell of a new notebook and kills the whole browser at a random moment, again and again over the same
 * profile; after each, the notebook is opened and compared with what was typed. Each round types into a cell of its own.
 */
export async function killWhileTyping(
  appUrl: string,
  kills: number,
  onKill: (killed: KilledTyping, round: number) => void = () => undefined,
): Promise<readonly KilledTyping[]> {
  const profile = await mkdtemp(join(tmpdir(), 'killed-typing-'));
  const twister = new MersenneTwister(20240131);
  const killed: KilledTyping[] = [];
  let kept: readonly string[] = [];
  let browser: KillableBrowser | null = null;
  try {
    browser = await openKillableBrowser(profile, `${appUrl}#/notebook`);
    await browser.page.getByRole('button', { name: 'New notebook' }).click();
    await browser.page.locator('.cell').waitFor();
    const address = browser.page.url();
    for (let round = 1; round <= kills; round++) {
      await editLastCell(browser.page);
      const typing = await typeUntilKilled(browser, twister.randomSample() * SPREAD_MS, twister);
      browser = await openKillableBrowser(profile, address);
      // A screenful of cells comes first, and this with the last of the others.
      await browser.page.locator('.insert-bar[data-last="true"]').waitFor();
      const texts = await textsOfCells(browser.page);
      const result = compare(typing, texts.at(-1)!);
      // Of earlier rounds, each with its cell, nothing may be touched by this one.
      const isWhole = texts.length === kept.length + 1 && kept.every((text, i) => text === texts[i]);
      kept = texts;
      killed.push({ ...result, isIntact: result.isIntact && isWhole });
      onKill(killed.at(-1)!, round);
      await browser.page.getByRole('button', { name: 'Code', exact: true }).last().click();
      await browser.page.keyboard.press('Escape');
    }
    return killed;
  } finally {
    await browser?.close();
    await rm(profile, { recursive: true, force: true });
  }
}

/** The letters that were typed, each with the moment when the page had it, and the moment of the kill. */
interface Typing {
  readonly keys: readonly { readonly letter: string; readonly at: number }[];
  readonly killedAt: number;
  /** The last text that the browser said to be stored. */
  readonly confirmed: string;
}

async function typeUntilKilled(
  { page, kill }: KillableBrowser,
  ms: number,
  twister: MersenneTwister,
): Promise<Typing> {
  const keys: { letter: string; at: number }[] = [];
  let confirmed = '';
  await page.exposeFunction('tellStored', (source: string) => {
    confirmed = source;
  });
  await page.evaluate(watchCells);
  let killedAt = Number.POSITIVE_INFINITY;
  const killSoon = (): void =>
    void setTimeout(() => {
      killedAt = performance.now();
      kill();
    }, ms);
  while (killedAt === Number.POSITIVE_INFINITY) {
    const letter = LETTERS[twister.randint(0, LETTERS.length)]!;
    try {
      await page.keyboard.press(letter);
    } catch {
      // The kill cut it off: it may have arrived or not.
      break;
    }
    keys.push({ letter, at: performance.now() });
    if (keys.length === FIRST_KEYS) killSoon();
  }
  await page.waitForTimeout(0).catch(() => undefined);
  return { keys, killedAt, confirmed };
}

/** In the page: tells of each text of a cell when the browser says that it is stored. */
function watchCells(): void {
  const { tellStored } = globalThis as unknown as { tellStored(source: string): void };
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (value: { readonly source: string }, ...rest) {
    if (this.name === 'cells') this.transaction.addEventListener('complete', () => tellStored(value.source));
    return put.call(this, value, ...rest);
  };
}

/** Puts the caret into the last cell, in a comment, where the editor offers nothing by itself. */
async function editLastCell(page: Page): Promise<void> {
  const cell = page.locator('.cell').last();
  await cell.locator('.code-frame').click();
  await cell.locator('.monaco-host .view-line').first().waitFor({ timeout: 60_000 });
  await page.keyboard.press('Control+a');
  await page.keyboard.type('// ');
  // The editor's own start is over, as for someone who has begun to type.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  await page.waitForTimeout(400);
}

async function textsOfCells(page: Page): Promise<readonly string[]> {
  const cells = await page.locator('.cell').all();
  return Promise.all(
    cells.map(async (cell) => (await cell.locator('.code-line').allTextContents()).join('\n')),
  );
}

function compare({ keys, killedAt, confirmed }: Typing, stored: string): KilledTyping {
  const typed = `// ${keys.map(({ letter }) => letter).join('')}`;
  // The key that was on its way when the browser was killed may have arrived.
  const isIntact = typed.startsWith(stored) || stored.startsWith(typed);
  const nStored = Math.max(0, stored.length - 3);
  const firstLost = keys[nStored];
  return {
    ...{ nTyped: keys.length, nLost: Math.max(0, keys.length - nStored), isIntact },
    isKept: stored.startsWith(confirmed),
    lostMs: firstLost === undefined ? 0 : Math.max(0, killedAt - firstLost.at),
  };
}
