import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { Page } from 'playwright';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { MONTH } from '../core/snapshots/world.ts';
import { axeViolations, type LabPage, type LabPageOptions, openPage } from './open-page.ts';

describe('the data station', () => {
  let lab: LabPage;

  const open = async (options: LabPageOptions): Promise<Page> => {
    lab = await openPage(inject('appUrl'), options);
    return lab.page;
  };

  afterEach(async () => {
    const { complaints } = lab;
    await lab.close();
    expect(complaints).toEqual([]);
  });

  it('loads the shipped months, shows them, and keeps the place over a reload', async () => {
    const page = await open({ address: '/data' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Load StreamFlow' }).click();
    await page.getByRole('button', { name: /^subscriptions, Jan 31, 2024, rows/ }).click();
    await page.getByRole('heading', { name: 'subscriptions as of Jan 31, 2024' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Rows' }).click();
    await page.getByRole('combobox', { name: 'Column' }).selectOption('monthly_fee');
    await page.getByRole('textbox', { name: 'Value' }).fill('100');
    await page.getByRole('button', { name: 'Add filter' }).click();
    await page.getByRole('button', { name: 'monthly_fee', exact: true }).click();
    const status = page.getByText(/^[\d,]+ of 7,043 rows$/);
    const found = await status.textContent();
    expect(await page.getByRole('columnheader', { name: 'monthly_fee' }).getAttribute('aria-sort')).toBe(
      'ascending',
    );
    expect(await axeViolations(page)).toEqual([]);
    await page.reload();
    expect(await status.textContent()).toBe(found);
    await page.goBack();
    await page.getByText('7,043 of 7,043 rows').waitFor();
  });

  it('scrolls through all months by keyboard, holding only what is in sight', async () => {
    const page = await withStreamflow('/data/?table=usage_agg_30d&month=all&tab=rows');
    const grid = page.getByRole('grid');
    const nRows = Number(await grid.getAttribute('aria-rowcount')) - 1;
    expect(nRows).toBeGreaterThan(80_000);
    await grid.focus();
    await page.keyboard.press('Control+End');
    await page.locator(`[role="row"][aria-rowindex="${nRows + 1}"]`).waitFor();
    const active = await grid.getAttribute('aria-activedescendant');
    expect(await page.locator(`[id="${active}"]`).getAttribute('data-active')).toBe('true');
    expect(await page.getByRole('row').count()).toBeLessThan(80);
    await page.keyboard.press('Control+Home');
    await page.locator('[role="row"][aria-rowindex="2"]').waitFor();
  });

  it('checks expectations and shows the rows that fail, in the dark theme', async () => {
    const page = await withStreamflow('/data/?table=subscriptions&tab=checks', { theme: 'dark' });
    await page.getByText('7 of 7 expectations met').waitFor();
    await page.getByRole('combobox', { name: 'Column' }).selectOption('monthly_fee');
    await page.getByRole('combobox', { name: 'Expectation' }).selectOption('between');
    await page.getByRole('spinbutton', { name: 'max' }).fill('100');
    await page.getByRole('button', { name: 'Add expectation' }).click();
    await page.getByText('7 of 8 expectations met').waitFor();
    await page.getByRole('button', { name: /^Show rows that fail/ }).click();
    await page.getByRole('grid', { name: /^Failing rows: .*monthly_fee is between/ }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.reload();
    await page.getByText('7 of 8 expectations met').waitFor();
    await page.getByRole('button', { name: 'Back to the course’s expectations' }).click();
    await page.getByText('7 of 7 expectations met').waitFor();
  });

  it('imports a month from a zip, then a correction of it, after every problem is mended', async () => {
    const page = await open({ address: '/data' });
    await page.getByRole('link', { name: 'Import your own files' }).click();
    const wrong = { ...MONTH, 'labels.csv': MONTH['labels.csv']!.replace('c,True', 'c,perhaps') };
    await choose(page, wrong);
    expect(await page.getByLabel('Month end (as-of)').inputValue()).toBe('2024-01-31');
    await page.getByRole('button', { name: 'Import the month Jan 31, 2024' }).click();
    await page.getByRole('heading', { name: 'Nothing was stored. Errors: 1, warnings: 0' }).waitFor();
    const problem = page.locator('[role="row"][aria-rowindex="2"]');
    for (const text of ['2024-01-31/labels.csv', '3', 'churn_label', 'perhaps', 'write True or False']) {
      await problem.getByText(text, { exact: true }).waitFor();
    }
    expect(await axeViolations(page)).toEqual([]);

    const renamed = { ...MONTH, 'labels.csv': MONTH['labels.csv']!.replace('user_id,', 'USER ID,note,') };
    renamed['labels.csv'] = renamed['labels.csv'].replaceAll(/^([abc]),/gm, '$1,x,');
    await choose(page, renamed);
    await page.getByRole('heading', { name: /^Nothing was stored/ }).waitFor({ state: 'detached' });
    await page.getByText('Columns of 2024-01-31/labels.csv').click();
    await page.getByText('Left out: note').waitFor();
    await page.getByRole('button', { name: 'Import the month Jan 31, 2024' }).click();
    await page.getByText('The month Jan 31, 2024 is in the lab').first().waitFor();

    await choose(page, { ...MONTH, 'labels.csv': MONTH['labels.csv']!.replace('c,True', 'c,False') });
    await page.getByRole('button', { name: 'Import the month Jan 31, 2024' }).click();
    await page.getByRole('heading', { name: 'This month is stored already, with other rows' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Keep as a correction' }).click();
    await page.getByRole('link', { name: 'Show it' }).click();
    await page.getByRole('button', { name: /^labels, Jan 31, 2024, rows: 3 \+1 corrected/ }).waitFor();
  });

  it('takes a folder that is chosen, and files and folders that are dropped', async () => {
    const page = await open({ address: '/data/import' });
    const folder = join(await mkdtemp(join(tmpdir(), 'lab-')), '2024-02-29');
    await mkdir(folder);
    for (const [name, text] of Object.entries(MONTH)) await writeFile(join(folder, name), text);
    await page.locator('input[type=file]').nth(1).setInputFiles(folder);
    await page.getByRole('button', { name: 'Import the month Feb 29, 2024' }).click();
    await page.getByText('The month Feb 29, 2024 is in the lab').first().waitFor();

    const file = join(folder, 'events.csv');
    await writeFile(file, 'id,at\na,2024-01-31T00:00:00Z\n');
    await drop(page, file);
    await page.getByRole('button', { name: 'Import events' }).waitFor();
    await drop(page, folder);
    await page.getByText('2024-02-29/users.csv', { exact: true }).waitFor();
  });

  it('imports a table of any kind, gives it back as CSV, and deletes it once that is confirmed', async () => {
    const page = await open({ address: '/data/import' });
    const text = 'user_id,at,balance\na,2024-01-31T00:00:00Z,1.5\nb,2024-01-31T00:00:00Z,2.5\n';
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'balances.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.getByRole('button', { name: 'Import balances' }).click();
    await page.getByRole('link', { name: 'Show it' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download CSV' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('balances-2024-01-31.csv');
    expect(readFileSync(await file.path(), 'utf8')).toBe(text.replaceAll('00:00Z', '00:00.000Z'));
    await page.getByRole('button', { name: 'Delete…' }).click();
    await page.getByLabel('balances with all its months').check();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Delete for good' }).click();
    await page.getByRole('button', { name: 'Load StreamFlow' }).waitFor();
  });

  it('says the same in French', async () => {
    const page = await open({ address: '/data', language: 'fr', theme: 'dark' });
    await page.getByRole('button', { name: 'Charger StreamFlow' }).click();
    await page.getByRole('heading', { name: /^subscriptions au / }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Lignes' }).click();
    await page.getByRole('button', { name: 'monthly_fee', exact: true }).click();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Importer vos fichiers' }).click();
    await page.getByRole('heading', { name: 'Importer vos fichiers' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });

  async function withStreamflow(address: string, options: LabPageOptions = {}): Promise<Page> {
    const page = await open({ ...options, address });
    await page.getByRole('button', { name: 'Load StreamFlow' }).click();
    await page.getByRole('tablist').waitFor();
    return page;
  }
});

/** Chooses a zip with one month in the file dialog. */
async function choose(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  const entries = Object.entries(files).map(([name, text]) => [
    `2024-01-31/${name}`,
    new TextEncoder().encode(text),
  ]);
  const path = join(await mkdtemp(join(tmpdir(), 'month-')), 'month.zip');
  await writeFile(path, zipSync(Object.fromEntries(entries)));
  await page.locator('input[type=file]').first().setInputFiles(path);
}

/** Drops a file on the page's drop zone as the system does. */
async function drop(page: Page, path: string): Promise<void> {
  const zone = page.locator('.drop-zone');
  await zone.scrollIntoViewIfNeeded();
  const { x, y } = (await zone.boundingBox())!;
  const browser = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await browser.send('Input.dispatchDragEvent', {
      ...{ type, x: x + 10, y: y + 60 },
      data: { items: [], files: [path], dragOperationsMask: 1 },
    });
  }
}
