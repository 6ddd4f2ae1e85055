import type { Page } from 'playwright';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { axeViolations, type LabPage, openPage } from './open-page.ts';

describe('the serving station', () => {
  let lab: LabPage;
  afterEach(() => lab.close());

  it('leads from an empty lab to every answer of /predict', async () => {
    lab = await openPage(inject('appUrl'), { address: '/serving' });
    const { page } = lab;
    await press(page, 'Load StreamFlow');
    await press(page, 'Define the course’s four views');

    // No Production version: the API comes up without a model, and a promotion alone does not help it.
    await press(page, 'Start the API');
    await page.getByRole('heading', { name: 'The API is up, without a model' }).waitFor();
    await page.getByRole('alert').filter({ hasText: 'streamflow_churn' }).first().waitFor();
    expect(await ask(page)).toEqual(['503 Service Unavailable', 'not-initialized']);
    await press(page, 'Train 50 trees and promote them');
    await press(page, 'Materialize up to the clock');
    await page.getByText('the API was started before it was there').waitFor();
    expect(await ask(page)).toEqual(['503 Service Unavailable', 'not-initialized']);
    await press(page, 'Restart and load version 1');
    await page.getByRole('heading', { name: 'Serving version 1 of streamflow_churn' }).waitFor();

    // Success: fourteen features, all present.
    await press(page, 'all features there');
    expect(await ask(page)).toEqual(['200 OK', 'success']);
    const features = page.getByRole('region', { name: 'The features, and where they came from' });
    expect(await features.locator('tbody tr').count()).toBe(14);
    expect(await features.locator('tbody tr[data-mark=present]').count()).toBe(14);
    expect(await features.locator('tbody tr').first().textContent()).toContain('1 day of 45 days');

    // Unknown entity.
    await press(page, 'unknown');
    expect(await ask(page)).toEqual(['404 Not Found', 'unknown-entity']);
    expect(await features.locator('tbody tr[data-mark=not-found]').count()).toBe(14);

    // Partly missing: refused, then imputed.
    await press(page, 'a feature missing');
    expect(await ask(page)).toEqual(['422 Unprocessable Entity', 'features-missing']);
    expect(await features.locator('tbody tr[data-mark=null]').count()).toBeGreaterThan(0);
    await startAgain(page, { missing: 'impute' });
    expect(await ask(page)).toEqual(['200 OK', 'imputed']);
    expect(await features.getByText('default of the training rows').count()).toBeGreaterThan(0);

    // Stale: a customer who left; served with a warning, then refused.
    await press(page, 'left long ago');
    expect(await ask(page)).toEqual(['200 OK', 'stale-served']);
    await startAgain(page, { stale: 'reject' });
    expect(await ask(page)).toEqual(['503 Service Unavailable', 'stale-rejected']);

    // Stale after the clock advanced: the same customer, fresh before.
    await press(page, 'all features there');
    expect(await ask(page)).toEqual(['200 OK', 'success']);
    await forwardTwoMonths(page);
    expect(await ask(page)).toEqual(['503 Service Unavailable', 'stale-rejected']);
    expect(await features.locator('tbody tr[data-mark=too-old]').count()).toBe(14);

    // Wrong type, by a fault.
    await startAgain(page, { stale: 'warn' });
    await page.getByRole('tab', { name: 'Faults' }).click();
    await page.getByText('A feature arrives as another type').click();
    await page.getByText('One fault is on').waitFor();
    await page.getByRole('tab', { name: 'Ask the API' }).click();
    expect(await ask(page)).toEqual(['500 Internal Server Error', 'wrong-type']);
    await press(page, 'Lift all faults');
    expect(await ask(page)).toEqual(['200 OK', 'stale-served']);

    // A malformed body.
    await press(page, 'not JSON');
    expect(await ask(page)).toEqual(['422 Unprocessable Entity', 'invalid-request']);

    // A promotion while the API runs.
    await page.getByText('Eight situations to produce and explain').click();
    await press(page, 'Train and promote another version');
    await page.getByText('Version 2 of streamflow_churn is what the URI means now').waitFor();
    await page.getByRole('heading', { name: 'Serving version 1 of streamflow_churn' }).waitFor();
    await page.getByText('Eight situations to produce and explain (8/8)').waitFor();
    await press(page, 'Restart and load version 2');
    await page.getByRole('heading', { name: 'Serving version 2 of streamflow_churn' }).waitFor();
    expect(lab.complaints).toEqual([]);
  });

  it('materializes, tells what was read and written, and what a fault keeps from happening', async () => {
    lab = await openPage(inject('appUrl'), { address: '/serving/online' });
    const { page } = lab;
    await press(page, 'Load StreamFlow');
    await press(page, 'Define the course’s four views');
    await page.getByText('Nothing was materialized yet').waitFor();
    await page.getByLabel('From', { exact: true }).fill('2023-03-31');
    await page.getByLabel('To', { exact: true }).fill('2024-01-31');
    await press(page, 'Materialize this window');
    await page.getByText('The online store reaches Jan 31, 2024: 30 days behind the clock').waitFor();
    await page.locator('.chart svg').waitFor();
    const result = page.locator('.materialized tbody tr').first();
    expect(await result.textContent()).toContain('Mar 31, 2023');

    await page.getByRole('tab', { name: 'Faults' }).click();
    await page.getByText('The nightly job does not run').click();
    await page.getByText('One fault is on').waitFor();
    await page.getByRole('tab', { name: 'Online store' }).click();
    await page.getByText('materializing all views will do nothing').waitFor();
    await press(page, 'Materialize incrementally up to the clock');
    await page.getByText('nothing: a fault skips it').first().waitFor();
    expect(await page.getByText('nothing: a fault skips it').count()).toBe(4);
    await press(page, 'Lift all faults');
    await press(page, 'Materialize incrementally up to the clock');
    await page.getByText('The online store reaches Feb 29, 2024: 1 day behind the clock').waitFor();
    expect(lab.complaints).toEqual([]);
  });

  it('keeps the log, what is selected and the running API over a reload, and clears only when sure', async () => {
    lab = await openPage(inject('appUrl'), { address: '/serving' });
    const { page } = lab;
    await prepare(page);
    await ask(page);
    await press(page, 'unknown');
    await ask(page);
    await page.getByRole('tab', { name: 'Request log' }).click();
    await page.getByRole('grid').getByText('unknown entity').click();
    await page.getByRole('heading', { name: 'Request 2' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Request 2' }).waitFor();
    await page.getByRole('heading', { name: 'Serving version 1 of streamflow_churn' }).waitFor();
    await page.getByText('The page was reloaded since').waitFor();
    await press(page, 'Ask for this entity again');
    expect(await page.getByRole('combobox', { name: 'Customer' }).inputValue()).toBe('0000-NOONE');
    await page.goBack();
    await page.getByRole('heading', { name: 'Request 2' }).waitFor();
    await page.getByText('What Prometheus would scrape').click();
    await page.getByText('api_requests_total 0.0').waitFor();

    await press(page, 'Clear the log');
    await press(page, 'Cancel');
    await page.getByRole('heading', { name: 'Request 2' }).waitFor();
    await press(page, 'Clear the log');
    await press(page, 'Clear all requests');
    await page.getByText('No request yet').waitFor();
    expect(lab.complaints).toEqual([]);
  });

  it('can be used by keyboard alone, in French', async () => {
    lab = await openPage(inject('appUrl'), { address: '/serving', language: 'fr' });
    const { page } = lab;
    for (const name of [
      'Charger StreamFlow',
      'Définir les quatre vues du cours',
      'Entraîner 50 arbres et les promouvoir',
      'Matérialiser jusqu’à l’horloge',
      'Démarrer l’API',
    ]) {
      await page.getByRole('button', { name, exact: true }).waitFor();
      await tabTo(page, name);
      await page.keyboard.press('Enter');
    }
    await page.getByRole('heading', { name: 'Version 1 de streamflow_churn en service' }).waitFor();
    await tabTo(page, 'Envoyer');
    await page.keyboard.press('Enter');
    await page.locator('.response').waitFor();
    expect(await page.getByRole('status').first().textContent()).toBe('Réponse 200\u00a0: succès.');

    await tabTo(page, 'Interroger l’API');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await tabTo(page, 'api-down');
    await page.keyboard.press('Space');
    await page.getByText('Une panne est active').waitFor();
    await tabTo(page, 'Pannes');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('grid').waitFor();
    await tabTo(page, 'Requêtes, les plus récentes');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Requête 1' }).waitFor();
    expect(lab.complaints).toEqual([]);
  });

  it.each([
    ['en', 'light', 'Ask the API'],
    ['fr', 'dark', 'Interroger l’API'],
  ] as const)('has nothing for axe to find (%s, %s)', async (language, theme, firstTab) => {
    lab = await openPage(inject('appUrl'), { address: '/serving', language, theme });
    const { page } = lab;
    await page.locator('.preparation button').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    for (let step = 0; step < 4; step++) await takeNextStep(page);
    await page.getByRole('tab', { name: firstTab }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.locator('.start-form button[type=submit]').click();
    await page.locator('.api-card[data-state=running]').waitFor();
    await page.locator('.ask-request button[type=submit]').click();
    await page.locator('.response').waitFor();
    await page.locator('.situations summary').click();
    expect(await axeViolations(page)).toEqual([]);
    const tabs = await page.getByRole('tab').all();
    for (const tab of tabs.slice(1)) {
      await tab.click();
      await page.locator('.grid-row, .faults, .chart svg').first().waitFor();
      expect(await axeViolations(page)).toEqual([]);
    }
    await page.locator('.grid-body .grid-row').first().click();
    await page.locator('.request-details').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(lab.complaints).toEqual([]);
  });
});

/** Presses the button of this name, once it is there. */
async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

/** Moves the focus by Tab until what has it bears this name. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      // Between the last and the first element, nothing has the focus.
      if (element === document.body) return '';
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
      return [element, ...labels]
        .map((part) => part?.getAttribute('aria-label') ?? part?.textContent)
        .join(' ');
    });
    if (focused.includes(name)) return;
  }
  throw new Error(`Tab never reaches '${name}'`);
}

/** From an empty lab to a running API. */
async function prepare(page: Page): Promise<void> {
  for (const name of [
    'Load StreamFlow',
    'Define the course’s four views',
    'Train 50 trees and promote them',
    'Materialize up to the clock',
    'Start the API',
  ]) {
    await press(page, name);
  }
  await page.getByRole('heading', { name: 'Serving version 1 of streamflow_churn' }).waitFor();
}

/** Presses the button of the preparation and waits until the next one, or none, is there. */
async function takeNextStep(page: Page): Promise<void> {
  const button = page.locator('.preparation button');
  const name = await button.textContent();
  await button.click();
  await page.waitForFunction((before) => {
    const now = document.querySelector('.preparation button');
    const isBusy = document.querySelector('.preparation .progress') !== null;
    return !isBusy && now?.textContent !== before;
  }, name);
}

/** Sends the request and reads status and outcome of its answer. */
async function ask(page: Page): Promise<[status: string, outcome: string | null]> {
  const status = page.getByRole('status').first();
  await page.evaluate(() => document.querySelector('.response')?.setAttribute('data-before', ''));
  await press(page, 'Send');
  await page.locator('.response:not([data-before])').waitFor();
  expect(await status.textContent()).toContain('Answered');
  const line = await page.locator('.response strong').textContent();
  const outcome = await page.locator('.ask-response .notice').getAttribute('data-outcome');
  return [String(line).replace('HTTP/1.1 ', ''), outcome];
}

/** Starts the API again with other policies. */
async function startAgain(
  page: Page,
  policies: { readonly missing?: string; readonly stale?: string },
): Promise<void> {
  await press(page, 'Change settings');
  if (policies.missing !== undefined)
    await page.getByLabel('When a feature is missing').selectOption(policies.missing);
  if (policies.stale !== undefined)
    await page.getByLabel('When a value is stale').selectOption(policies.stale);
  await press(page, 'Start again with these settings');
  await page.locator('.start-form').waitFor({ state: 'detached' });
}

async function forwardTwoMonths(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Lab clock: / }).click();
  await press(page, 'Forward by 1 month');
  await press(page, 'Forward by 1 month');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Lab clock: Apr 30, 2024' }).waitFor();
}
