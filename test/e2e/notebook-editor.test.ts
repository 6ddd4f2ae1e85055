import type { Page } from 'playwright';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { longNotebook } from './long-notebook.ts';
import {
  cellAt,
  editCell,
  openNewNotebook,
  openStoredNotebook,
  textOf,
  typeCode,
  watchEditorRequests,
} from './notebook-page.ts';
import { axeViolations, type LabPage, openPage } from './open-page.ts';

describe('the editor of a notebook', () => {
  let lab: LabPage;
  afterEach(() => lab.close());

  it('is asked for with the first cell that is edited, and moves nothing when it comes', async () => {
    lab = await openStoredNotebook(longNotebook());
    const { page } = lab;
    const requests = watchEditorRequests(page);
    await page.reload();
    await page.locator('.cell').nth(59).waitFor();
    expect(requests).toEqual([]);
    for (const position of [2, 4, 7]) {
      const before = await boxesAround(page, position);
      await editCell(page, position);
      await page.waitForTimeout(300);
      const after = await boxesAround(page, position);
      expect(distance(before, after), `cell ${position}: ${before} → ${after}`).toBeLessThanOrEqual(1);
      await page.keyboard.press('Escape');
      expect(distance(before, await boxesAround(page, position))).toBeLessThanOrEqual(1);
    }
    expect(requests.length).toBeGreaterThan(0);
    expect(lab.complaints).toEqual([]);
  });

  it('takes over in the middle of typing without losing a key', async () => {
    lab = await openNewNotebook();
    const { page } = lab;
    await cellAt(page, 1).locator('.code-frame').click();
    const text = 'the quick brown fox jumps over the lazy dog and goes on until the editor is there';
    await page.keyboard.type(text, { delay: 15 });
    await page.locator('.monaco-host .view-line').first().waitFor();
    await page.keyboard.type(' and after', { delay: 5 });
    await page.keyboard.press('Escape');
    // What it offers by itself closes first.
    if ((await cellAt(page, 1).getAttribute('data-mode')) === 'edit') await page.keyboard.press('Escape');
    expect(await textOf(cellAt(page, 1))).toBe(`${text} and after`);
  });

  it('completes the lab API, columns, and references of the data at hand', async () => {
    lab = await openPage(inject('appUrl'), { address: '/features' });
    const { page } = lab;
    await prepareData(page);
    await page.goto(`${inject('appUrl')}#/notebook`);
    await page.getByRole('button', { name: 'New notebook' }).click();
    await editCell(page, 1);
    await expect.poll(() => suggestions(page, 'store.getHist')).toContain('getHistoricalFeatures');
    await expect
      .poll(() => suggestions(page, "await store.getHistoricalFeatures({ features: ['usage"))
      .toEqual(expect.arrayContaining([expect.stringMatching(/^usage_agg_30d_fv:watch_hours_30d/)]));
    await expect
      .poll(() => suggestions(page, "await data.snapshot('subs"))
      .toEqual(expect.arrayContaining([expect.stringMatching(/^subscriptions/)]));
  });

  it('knows the variables of other cells with their types, and calls nothing wrong that runs', async () => {
    lab = await openPage(inject('appUrl'), { address: '/notebook' });
    const { page } = lab;
    await page.getByRole('button', { name: 'Open “First steps”' }).click();
    await page.locator('.cell').nth(14).waitFor();
    for (const position of [2, 4, 6, 8, 10, 12, 14]) {
      await editCell(page, position);
      // The language service needs a moment for its first answer, and then little.
      await page.waitForTimeout(position === 2 ? 6000 : 1500);
      expect(await page.locator('.squiggly-error').count(), `cell ${position}`).toBe(0);
      await page.keyboard.press('Escape');
    }
    await editCell(page, 12);
    await expect.poll(() => suggestions(page, 'job.sel')).toContain('select');
    await page.keyboard.press('Escape');
    await editCell(page, 4);
    await typeCode(page, '\nundeclaredName;');
    await page.locator('.squiggly-error').last().waitFor();
  });

  it('is left by Esc, and Tab moves on', async () => {
    lab = await openNewNotebook();
    const { page } = lab;
    await editCell(page, 1);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('cell');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Run cell 1');
  });

  it('has nothing for axe to find while it is used, in both themes', async () => {
    for (const theme of ['light', 'dark'] as const) {
      if (lab !== undefined) await lab.close();
      lab = await openNewNotebook({ theme });
      await editCell(lab.page, 1);
      await lab.page.keyboard.type('const a = "text"; // comment');
      await lab.page.waitForTimeout(500);
      expect(await axeViolations(lab.page)).toEqual([]);
    }
  });

  it('underlines where the last run failed until the text changes', async () => {
    lab = await openNewNotebook();
    const { page } = lab;
    await editCell(page, 1);
    await typeCode(page, 'const a = 1;\nJSON.parse("{");');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => cellAt(page, 1).getAttribute('data-status')).toBe('error');
    await page.locator('.squiggly-error').waitFor();
    await page.keyboard.press('End');
    await page.keyboard.type(' ');
    await page.locator('.squiggly-error').waitFor({ state: 'detached' });
  });

  it('is a plain one on a touch screen, with the same keys', async () => {
    lab = await openNewNotebook({ viewport: { width: 390, height: 800 }, isTouch: true });
    const { page } = lab;
    const requests = watchEditorRequests(page);
    await cellAt(page, 1).locator('.code-frame').tap();
    await page.locator('.plain-editor textarea').waitFor();
    await page.keyboard.type('[1, 2].map((x) => x * 2)');
    await cellAt(page, 1).getByRole('button', { name: 'Run cell 1' }).tap();
    await expect.poll(() => cellAt(page, 1).locator('.outputs').textContent()).toContain('[2, 4]');
    expect(requests).toEqual([]);
    const isWider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(isWider).toBe(false);
    expect(await axeViolations(page)).toEqual([]);
  });
});

/** What the editor offers after the given code, which takes the place of what it holds. */
async function suggestions(page: Page, code: string): Promise<string[]> {
  const rows = page.locator('.suggest-widget.visible .monaco-list-row .label-name');
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(code);
  await page.keyboard.press('Control+Space');
  await rows
    .first()
    .waitFor({ timeout: 5000 })
    .catch(() => undefined);
  const labels = await rows.allTextContents();
  if (labels.length > 0) await page.keyboard.press('Escape');
  return labels;
}

async function boxesAround(page: Page, position: number): Promise<number[]> {
  return page.evaluate((index) => {
    const boxes = [...document.querySelectorAll('.cell')].slice(Math.max(0, index - 1), index + 3);
    return boxes.flatMap((cell) => {
      const { left, top, width, height } = cell.getBoundingClientRect();
      return [left, top + scrollY, width, height];
    });
  }, position - 1);
}

function distance(before: readonly number[], after: readonly number[]): number {
  return Math.max(...before.map((value, i) => Math.abs(value - after[i]!)));
}

async function prepareData(page: Page): Promise<void> {
  await page.goto(`${inject('appUrl')}#/serving`);
  for (let step = 0; step < 2; step++) {
    const button = page.locator('.preparation button');
    const name = String(await button.textContent());
    await button.click();
    await page.getByRole('button', { name, exact: true }).waitFor({ state: 'detached' });
    await page.locator('.preparation .progress').waitFor({ state: 'detached' });
  }
}
