import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, inject, it } from 'vitest';
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
import { HOSTILE, sampleNotebook } from './sample-notebook.ts';

describe('a notebook', () => {
  let lab: LabPage;
  afterEach(() => lab.close());

  it('runs what is written into it, shows the table, and has everything after a reload', async () => {
    lab = await openNewNotebook();
    const { page } = lab;
    await editCell(page, 1);
    await typeCode(
      page,
      "await data.load('streamflow');\n(await data.snapshot('labels', { asOf: '2024-01-31' }))",
    );
    await page.keyboard.press('Shift+Enter');
    await cellAt(page, 1).locator('.grid-frame').waitFor({ timeout: 60_000 });
    await expect.poll(() => cellAt(page, 1).getAttribute('data-status')).toBe('ok');
    expect(await cellAt(page, 1).locator('figcaption').textContent()).toMatch(/7,\d{3} rows × \d+ columns/);
    expect(await page.locator('.cell').count()).toBe(2);
    await typeCode(page, 'const half = 1 / 2; half');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => cellAt(page, 2).locator('.outputs').textContent()).toBe('0.5');
    await page.reload();
    const requests = watchEditorRequests(page);
    await cellAt(page, 2).waitFor();
    expect(await textOf(cellAt(page, 2))).toBe('const half = 1 / 2; half');
    expect(await cellAt(page, 2).locator('.outputs').textContent()).toBe('0.5');
    await cellAt(page, 1).locator('.grid-frame').waitFor();
    expect(await page.locator('.kernel-state').textContent()).toContain('starts with the first run');
    expect(requests).toEqual([]);
    expect(lab.complaints).toEqual([]);
  });

  it('stops an endless loop and says what became of the variables', async () => {
    lab = await openNewNotebook();
    const { page } = lab;
    await editCell(page, 1);
    await typeCode(page, 'const x = 1;');
    await page.keyboard.press('Alt+Enter');
    await expect.poll(() => cellAt(page, 1).getAttribute('data-status')).toBe('ok');
    await typeCode(page, 'while (true) {}');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => cellAt(page, 2).getAttribute('data-status')).toBe('running');
    expect(await cellAt(page, 2).locator('.cell-status').textContent()).toMatch(/stops in \d+ s/);
    await page.keyboard.press('Control+.');
    await expect.poll(() => cellAt(page, 2).getAttribute('data-status')).toBe('stopped');
    expect(await cellAt(page, 2).textContent()).toContain('The variables are lost.');
    await page.keyboard.press('Control+a');
    await typeCode(page, 'x + 1');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => cellAt(page, 2).getAttribute('data-status')).toBe('error');
    expect(await cellAt(page, 2).textContent()).toContain('x comes from cell 1');
    await page.getByRole('button', { name: 'Run the cells above, then this one' }).click();
    await expect.poll(() => cellAt(page, 2).locator('.outputs').textContent()).toBe('2');
    expect(lab.complaints).toEqual([]);
  });

  it('stops a cell at its time limit', async () => {
    lab = await openNewNotebook();
    const { page } = lab;
    await page.getByLabel('Time limit of a cell').selectOption('10');
    await editCell(page, 1);
    await typeCode(page, 'await new Promise(() => {})');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => cellAt(page, 1).getAttribute('data-status')).toBe('stopped');
    expect(await cellAt(page, 1).locator('.cell-status').textContent()).toContain('by the time limit');
  });

  it('changes the stations as cells change the lab', async () => {
    lab = await openNewNotebook();
    const { page } = lab;
    await editCell(page, 1);
    await typeCode(
      page,
      "await mlflow.setExperiment('live');\nawait mlflow.withRun({}, async () => mlflow.logMetric('auc', 0.8));",
    );
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => cellAt(page, 1).getAttribute('data-status')).toBe('ok');
    await expect.poll(() => page.locator('.route-nav a', { hasText: 'Runs' }).textContent()).toBe('Runs1');
  });

  it('paints every kind of output before any kernel starts, and takes nothing for HTML', async () => {
    lab = await openStoredNotebook(sampleNotebook());
    const { page } = lab;
    await page.locator('.chart svg').nth(1).waitFor();
    const texts = await page.locator('.outputs').allTextContents();
    expect(texts.join('\n')).toContain('Both losses fall');
    expect(texts.join('\n')).toContain("did you mean 'usage_features'?");
    expect(texts.join('\n')).toContain(HOSTILE);
    expect(texts.join('\n')).toContain('This output is damaged');
    expect(await page.locator('.cells script, .cells iframe, .cells img[src="x"]').count()).toBe(0);
    expect(await page.evaluate('window.hurt')).toBeUndefined();
    await page.getByRole('button', { name: 'cell 8, line 1' }).click();
    expect(await cellAt(page, 8).getAttribute('data-mode')).toBe('edit');
    expect(lab.complaints).toEqual([]);
  });

  it('is exported for Jupyter and as Markdown, and comes back from both', async () => {
    lab = await openStoredNotebook(sampleNotebook());
    const { page } = lab;
    for (const [item, cells] of [
      ['Export as .ipynb', 11],
      ['Export as Markdown', 11],
    ] as const) {
      await page.locator('.notebook-tools').getByRole('button', { name: 'More' }).click();
      const waiting = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: item }).click();
      const download = await waiting;
      const path = await download.path();
      if (item.endsWith('ipynb')) {
        const ipynb = JSON.parse(await readFile(path, 'utf8'));
        expect(ipynb).toMatchObject({ nbformat: 4, nbformat_minor: 5 });
        expect(ipynb.cells).toHaveLength(cells);
      }
      await page.getByRole('link', { name: 'All notebooks' }).click();
      await page.locator('input[type=file]').setInputFiles({
        name: download.suggestedFilename(),
        mimeType: 'text/plain',
        buffer: await readFile(path),
      });
      await page
        .locator('.cell')
        .nth(cells - 1)
        .waitFor();
      expect(await page.getByLabel('Title of the notebook').inputValue()).toBe('Who leaves, and why');
      expect(await page.evaluate(() => location.hash)).not.toBe('#/notebook/sample');
      expect(await page.locator('.grid-frame').count()).toBe(item.endsWith('ipynb') ? 2 : 0);
      expect(await page.evaluate('window.hurt')).toBeUndefined();
    }
  });

  it('refuses a damaged file with a message, and keeps what is there', async () => {
    lab = await openPage(inject('appUrl'), { address: '/notebook' });
    const { page } = lab;
    await page.locator('.empty').waitFor();
    await page.locator('input[type=file]').setInputFiles({
      ...{ name: 'torn.ipynb', mimeType: 'application/json' },
      buffer: Buffer.from('{"cells": ['),
    });
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('NotebookFileError');
    expect(await page.locator('.notebook-item').count()).toBe(0);
  });

  it('is renamed, duplicated, deleted and brought back in the list', async () => {
    lab = await openNewNotebook();
    const { page } = lab;
    await page.getByLabel('Title of the notebook').fill('Mine');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.bar-state', { hasText: /saved \d/ }).count()).toBe(1);
    await page.getByRole('link', { name: 'All notebooks' }).click();
    await page.getByRole('button', { name: 'What to do with “Mine”' }).click();
    await page.getByRole('menuitem', { name: 'Duplicate' }).click();
    await page.getByRole('link', { name: 'Mine (copy)' }).waitFor();
    await page.getByRole('button', { name: 'What to do with “Mine”' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await expect
      .poll(() => page.locator('.notebook-list').first().locator('a').allTextContents())
      .toEqual(['Mine (copy)']);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('link', { name: 'Mine', exact: true }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });

  it('loses nothing when it is reloaded right after a key', async () => {
    lab = await openNewNotebook();
    const { page } = lab;
    await editCell(page, 1);
    for (let round = 1; round <= 5; round++) {
      await page.keyboard.type(`round${round} `);
      await page.reload();
      await cellAt(page, 1).waitFor();
      expect((await textOf(cellAt(page, 1))).trim()).toBe(
        Array.from({ length: round }, (_, i) => `round${i + 1}`).join(' '),
      );
      await editCell(page, 1);
      await page.keyboard.press('Control+End');
    }
  });

  it('is edited in one tab at a time; the other shows what is saved, and takes over when asked', async () => {
    lab = await openNewNotebook();
    const { page } = lab;
    await editCell(page, 1);
    await typeCode(page, 'first tab');
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByRole('button', { name: 'Edit here' }).waitFor();
    await typeCode(page, ' goes on');
    await expect.poll(() => textOf(cellAt(other, 1))).toBe('first tab goes on');
    await cellAt(other, 1).locator('.code-frame').click();
    expect(await other.locator('.plain-editor, .monaco-host').count()).toBe(0);
    await other.getByRole('button', { name: 'Edit here' }).click();
    await page.getByRole('button', { name: 'Edit here' }).waitFor();
    await other.getByRole('button', { name: 'Edit here' }).waitFor({ state: 'detached' });
    await editCell(other, 1);
    await other.keyboard.press('Control+End');
    await typeCode(other, ' in the second');
    await expect.poll(() => textOf(cellAt(page, 1))).toBe('first tab goes on in the second');
    expect(lab.complaints).toEqual([]);
  });
});
