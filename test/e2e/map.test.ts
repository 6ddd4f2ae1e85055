import { afterEach, describe, expect, inject, it } from 'vitest';
import { axeViolations, type LabPage, openPage } from './open-page.ts';

describe('the map', () => {
  let lab: LabPage;
  afterEach(() => lab.close());

  it('tells an empty lab what to do first and does it in one click', async () => {
    lab = await openPage(inject('appUrl'));
    const { page } = lab;
    await page.getByRole('button', { name: 'Load StreamFlow' }).click();
    await page.getByText('12 months, last 2024-02-29').waitFor();
    await page.getByRole('link', { name: 'Define the feature views' }).waitFor();
    await page.getByRole('button', { name: /^Lab clock: / }).waitFor();
    expect(await page.getByRole('status').first().textContent()).toBe('StreamFlow is loaded.');
    await page.reload();
    await page.getByText('12 months, last 2024-02-29').waitFor();
    expect(lab.complaints).toEqual([]);
  });

  it('moves the lab clock and says so', async () => {
    lab = await openPage(inject('appUrl'));
    const { page } = lab;
    const clock = page.getByRole('button', { name: /^Lab clock: / });
    await clock.click();
    await page.getByRole('button', { name: 'Forward by 1 day' }).click();
    await page.getByRole('button', { name: 'Forward by 1 week' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /Feb 9, 2024/ }).waitFor();
    expect(await page.getByRole('status').first().textContent()).toContain('Feb 9, 2024');
    await page.reload();
    await page.getByRole('button', { name: /Feb 9, 2024/ }).waitFor();
    expect(lab.complaints).toEqual([]);
  });

  it('keeps the work when the language changes', async () => {
    lab = await openPage(inject('appUrl'));
    const { page } = lab;
    await page.getByRole('button', { name: 'Load StreamFlow' }).click();
    await page.getByText('12 months').waitFor();
    await page.getByRole('combobox', { name: 'Language' }).selectOption('fr');
    await page.getByRole('heading', { name: 'Le parcours d’une prédiction' }).waitFor();
    await page.getByText('12 mois, le dernier 2024-02-29').waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('fr');
    expect(lab.complaints).toEqual([]);
  });

  it.each([
    ['en', 'light'],
    ['fr', 'dark'],
  ] as const)('has nothing for axe to find (%s, %s)', async (language, theme) => {
    lab = await openPage(inject('appUrl'), { language, theme });
    await lab.page.locator('.next-step button').waitFor();
    expect(await axeViolations(lab.page)).toEqual([]);
    await lab.page.locator('.clock').click();
    await lab.page.locator('.clock-dialog').waitFor();
    expect(await axeViolations(lab.page)).toEqual([]);
  });

  it('can be used by keyboard alone', async () => {
    lab = await openPage(inject('appUrl'));
    const { page } = lab;
    await page.locator('.next-step button').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('12 months, last 2024-02-29').waitFor();
    expect(lab.complaints).toEqual([]);
  });

  it('asks nothing of any other address', async () => {
    lab = await openPage(inject('appUrl'));
    const { page } = lab;
    const requested: string[] = [];
    page.on('request', (request) => requested.push(new URL(request.url()).origin));
    await page.reload();
    await page.getByRole('button', { name: 'Load StreamFlow' }).click();
    await page.getByText('12 months').waitFor();
    expect([...new Set(requested)]).toEqual([new URL(inject('appUrl')).origin]);
  });
});
