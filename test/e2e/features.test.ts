import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { axeViolations, type LabPage, openPage } from './open-page.ts';

const handle = (page: Page) => page.getByRole('slider', { name: 'As-of instant' });
const cells = (page: Page) => page.locator('.row-cells > div');

describe('the features station', () => {
  let lab: LabPage;
  let page: Page;

  beforeAll(async () => {
    lab = await openPage(inject('appUrl'), { address: '/features' });
    page = lab.page;
  });

  afterAll(async () => {
    await lab.close();
  });

  it('defines the course’s entity and four views in one click', async () => {
    await page.getByRole('button', { name: 'Define the course’s four views' }).click();
    await page.getByRole('heading', { name: 'subs_profile_fv' }).waitFor();
    expect(await page.locator('.view-item').count()).toBe(4);
    expect(await page.locator('.view-item').first().innerText()).toContain('45 days');
    expect(await axeViolations(page)).toEqual([]);
  });

  it('loads the rows where there are none yet', async () => {
    await page.getByRole('tab', { name: 'Point in time' }).click();
    await page.getByRole('button', { name: 'Load StreamFlow' }).click();
    await handle(page).waitFor();
    expect(await page.locator('.lane-name').count()).toBe(4);
    expect(await cells(page).count()).toBe(14);
  });

  it('moves the as-of line by keys: a day, a week, from row to row, and keeps it in the address', async () => {
    await handle(page).focus();
    const at = () => new URLSearchParams(page.url().split('?')[1]).get('at');
    await page.keyboard.press('PageDown');
    const row = at()!;
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    expect((Date.parse(at()!) - Date.parse(row)) / 86_400_000).toBe(8);
    expect(await page.locator('.row-source').first().innerText()).toContain('8 days old');
    await page.reload();
    await page.getByText('8 days old').first().waitFor();
  });

  it('keeps the training row up with a hand that drags the line', async () => {
    const area = (await page.locator('.as-of-area').boundingBox())!;
    const date = () => page.locator('.as-of-date').innerText();
    const before = await date();
    await page.mouse.move(area.x + area.width * 0.6, area.y + 20);
    await page.mouse.down();
    const seen = new Set<string>();
    for (let share = 0.6; share > 0.2; share -= 0.02) {
      await page.mouse.move(area.x + area.width * share, area.y + 20);
      seen.add(`${await date()} ${await page.locator('.row-source').first().innerText()}`);
    }
    await page.mouse.up();
    expect(await date()).not.toBe(before);
    expect(seen.size).toBeGreaterThan(15);
    await page.goBack();
    await expect.poll(date).toBe(before);
  });

  it('turns leaked cells red and names their row when the latest row is taken whatever the instant', async () => {
    await page.getByRole('radio', { name: 'naive latest' }).check();
    await page.getByText('14 of 14 values come from the future').waitFor();
    expect(await page.locator('.row-group[data-leak]').count()).toBe(4);
    expect(await cells(page).first().innerText()).toContain('from Feb 29, 2024');
    expect(await axeViolations(page)).toEqual([]);
  });

  it('says when a customer’s row doubles on a SQL store, and when it vanishes on the local store', async () => {
    await page.getByRole('radio', { name: 'SQL store' }).check();
    await page.getByRole('button', { name: 'delivered twice' }).click();
    await page.getByText('The row comes 2 times').waitFor();
    expect(await page.locator('.training-row').count()).toBe(2);
    await page.getByRole('radio', { name: 'local store' }).check();
    await page.getByRole('button', { name: 'who left' }).click();
    await page.getByText('The row vanishes').waitFor();
    await page.getByLabel('days').fill('0');
    await page.getByRole('heading', { name: 'Training row' }).waitFor();
    expect(page.url()).toContain('ttl=0');
    await page.getByRole('button', { name: 'ttl as defined' }).click();
    await page.getByText('The row vanishes').waitFor();
  });

  it('tells a row that landed after the instant it is used at', async () => {
    await page.getByRole('radio', { name: 'the lab' }).check();
    await page.getByRole('button', { name: 'with a late row' }).click();
    await page.getByLabel('Show when rows landed').check();
    await page.getByText('a prediction made then could not have read it').first().waitFor();
    expect(await page.locator('.landing[data-late]').count()).toBeGreaterThan(0);
    await page.getByText('All rows as a table').click();
    await page.getByRole('cell', { name: 'used by the join, true, not landed yet' }).first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });

  it('searches the customers of a month, and asks for one that nobody knows', async () => {
    const box = page.getByRole('combobox', { name: 'Customer', exact: true });
    await box.fill('1000-DW');
    await page.getByRole('option', { name: '1000-DWLTJ' }).click();
    await expect.poll(() => page.url()).toContain('user=1000-DWLTJ');
    await box.fill('999999');
    await page.getByRole('option', { name: 'Ask for “999999” anyway' }).click();
    await page.getByText('not found: this view has no row of the customer').first().waitFor();
    expect(await page.getByText('no row of this customer').count()).toBe(4);
  });

  it('builds a training set with its balance, findings and lineage, and exports it', async () => {
    await page.getByRole('tab', { name: 'Training set' }).click();
    await page.getByLabel('Join by the rules of').selectOption('naive latest');
    await page.getByLabel('skips_7d').uncheck();
    await page.getByRole('button', { name: 'Build the training set' }).click();
    await page.getByRole('heading', { name: '7,043 rows, 16 columns' }).waitFor();
    await page.getByText('25.8% of the rows have churn_label = true').waitFor();
    expect(await page.locator('.problems').first().innerText()).toContain('value-from-the-future');
    await page.getByRole('gridcell').nth(4).click();
    const lineage = page.getByRole('complementary');
    expect(await lineage.innerText()).toContain('a row of the future');
    await page.keyboard.press('ArrowLeft');
    await lineage.getByRole('heading', { name: 'failed_payments_90d, row 1' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download as CSV' }).click();
    expect((await download).suggestedFilename()).toBe('training-set-2024-01-31.csv');
    await page.reload();
    await page.getByRole('heading', { name: '7,043 rows, 16 columns' }).waitFor();
  });

  it('goes from a cell to its customer in time', async () => {
    await page.getByRole('gridcell').nth(4).click();
    await page.getByRole('link', { name: 'See this customer in time' }).click();
    await page.getByText('values come from the future').waitFor();
    expect(page.url()).toContain('user=1000-DWLTJ');
  });

  it('complained of nothing', () => {
    expect(lab.complaints).toEqual([]);
  });
});

describe('the features station in French and dark', () => {
  it('goes from an empty lab to a training row without a complaint', async () => {
    const { page, complaints, close } = await openPage(inject('appUrl'), {
      address: '/features/explorer',
      language: 'fr',
      theme: 'dark',
      viewport: { width: 390, height: 844 },
    });
    try {
      await page.getByRole('button', { name: 'Définir les quatre vues du cours' }).click();
      await page.getByRole('button', { name: 'Charger StreamFlow' }).click();
      await page.getByRole('heading', { name: 'Ligne d’entraînement' }).waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await page.getByRole('radio', { name: 'dernière ligne (naïf)' }).check();
      await page.getByText('14 valeurs sur 14 viennent du futur').waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await page.getByRole('tab', { name: 'Jeu d’entraînement' }).click();
      await page.getByRole('button', { name: 'Construire le jeu d’entraînement' }).click();
      await page.getByRole('heading', { name: /lignes, 17 colonnes/ }).waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await page.getByRole('tab', { name: 'Vues' }).click();
      await page.getByRole('heading', { name: 'Feature views' }).waitFor();
      expect(await axeViolations(page)).toEqual([]);
      expect(complaints).toEqual([]);
    } finally {
      await close();
    }
  });
});

describe('the features station by keyboard alone', () => {
  it('goes from an empty lab to the lineage of a leaked cell', async () => {
    const { page, complaints, close } = await openPage(inject('appUrl'), { address: '/features/explorer' });
    const tabTo = async (target: Locator): Promise<void> => {
      await target.waitFor();
      for (let presses = 0; presses < 60; presses++) {
        if (await target.evaluate((element) => element === document.activeElement)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`Tab does not reach ${target}`);
    };
    try {
      await tabTo(page.getByRole('button', { name: 'Define the course’s four views' }));
      await page.keyboard.press('Enter');
      await tabTo(page.getByRole('button', { name: 'Load StreamFlow' }));
      await page.keyboard.press('Enter');
      // While the picture is still coming, a list that was opened closes again.
      await handle(page).waitFor();
      await tabTo(page.getByRole('combobox', { name: 'Customer', exact: true }));
      await page.keyboard.type('1001-ZF');
      await page.getByRole('option', { name: '1001-ZFJXK' }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.url()).toContain('user=1001-ZFJXK');
      await tabTo(page.getByRole('radio', { name: 'the lab' }));
      await page.keyboard.press('ArrowRight');
      await page.getByText('14 of 14 values come from the future').waitFor();
      await tabTo(handle(page));
      await page.keyboard.press('End');
      await page.getByText('of 14 features have a value').waitFor();
      await tabTo(page.getByRole('tab', { name: 'Point in time' }));
      await page.keyboard.press('ArrowRight');
      await tabTo(page.getByRole('button', { name: 'Build the training set' }));
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: '7,043 rows, 17 columns' }).waitFor();
      await tabTo(page.getByRole('gridcell').first());
      await page.keyboard.press('ArrowDown');
      for (let column = 0; column < 3; column++) await page.keyboard.press('ArrowRight');
      await page.getByRole('heading', { name: 'failed_payments_90d, row 2' }).waitFor();
      expect(await page.getByRole('complementary').innerText()).toContain('a row of the future');
      expect(complaints).toEqual([]);
    } finally {
      await close();
    }
  });
});
