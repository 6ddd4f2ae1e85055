import type { Page } from 'playwright';
import { afterEach, describe, expect, it } from 'vitest';
import { cellAt, editCell, openNewNotebook, openStoredNotebook, textOf } from './notebook-page.ts';
import { axeViolations, type LabPage } from './open-page.ts';
import { sampleNotebook } from './sample-notebook.ts';

describe('a notebook by keyboard alone', () => {
  let lab: LabPage;
  afterEach(() => lab.close());

  it('is written, run, rearranged and put back', async () => {
    lab = await openNewNotebook();
    const { page } = lab;
    const { keyboard } = page;
    await reachCells(page);
    await keyboard.press('Enter');
    await keyboard.type('1');
    await page.locator('.monaco-host .view-line').first().waitFor();
    await keyboard.press('Shift+Enter');
    await expect.poll(() => cellAt(page, 1).locator('.outputs').textContent()).toBe('1');
    await keyboard.type('2');
    await keyboard.press('Alt+Enter');
    await expect.poll(() => cellAt(page, 2).locator('.outputs').textContent()).toBe('2');
    await keyboard.type('3');
    await keyboard.press('Escape');
    expect(await texts(page)).toEqual(['1', '2', '3']);
    await keyboard.press('Alt+ArrowUp');
    expect(await texts(page)).toEqual(['1', '3', '2']);
    await keyboard.press('ArrowUp');
    await keyboard.press('x');
    expect(await texts(page)).toEqual(['3', '2']);
    await keyboard.press('ArrowDown');
    await keyboard.press('v');
    expect(await texts(page)).toEqual(['3', '2', '1']);
    await keyboard.press('d');
    await keyboard.press('d');
    expect(await texts(page)).toEqual(['3', '2']);
    await keyboard.press('z');
    expect(await texts(page)).toEqual(['3', '2', '1']);
    await keyboard.press('a');
    await keyboard.press('m');
    await keyboard.press('Enter');
    await keyboard.type('# Heading');
    await keyboard.press('Control+Enter');
    await keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Heading' }).waitFor();
    await keyboard.press('Home');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(
      /^Code cell 1/,
    );
    await keyboard.press('Shift+d');
    expect((await texts(page)).slice(0, 2)).toEqual(['3', '3']);
  });

  it('lists its keys, and finds a text', async () => {
    lab = await openStoredNotebook(sampleNotebook());
    const { page } = lab;
    const { keyboard } = page;
    await reachCells(page);
    await keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keys' });
    await dialog.waitFor();
    expect(await dialog.textContent()).toContain('Shift+Enter');
    expect(await axeViolations(page)).toEqual([]);
    await keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await reachCells(page);
    await keyboard.press('/');
    await keyboard.type('CUSTOMERS');
    await expect.poll(() => page.locator('.find-count').textContent()).toBe('1 of 4');
    await keyboard.press('Enter');
    await keyboard.press('Enter');
    await expect.poll(() => page.locator('.find-count').textContent()).toBe('3 of 4');
    await keyboard.press('Escape');
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.cellId)).toBe('c1');
  });

  it('goes back to an earlier version of a cell', async () => {
    lab = await openNewNotebook();
    const { page } = lab;
    await editCell(page, 1);
    for (const text of ['first', ' second']) {
      await page.keyboard.press('Control+End');
      await page.keyboard.insertText(text);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Enter');
    }
    await page.keyboard.press('Escape');
    await cellAt(page, 1).getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Earlier versions…' }).click();
    await page.getByRole('dialog').getByRole('combobox').selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Restore this version' }).click();
    await expect.poll(() => textOf(cellAt(page, 1))).toBe('first');
  });
});

/** Tab until the focus is on a cell. */
async function reachCells(page: Page): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await page.evaluate(() => document.activeElement?.classList.contains('cell'))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('no cell was reached by Tab');
}

function texts(page: Page): Promise<string[]> {
  return page
    .locator('.cell')
    .evaluateAll((cells) => cells.map((cell) => cell.querySelector('.code')?.textContent ?? ''));
}
