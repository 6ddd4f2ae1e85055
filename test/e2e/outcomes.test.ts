import type { Page } from 'playwright';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { askTexts } from '../../src/ui/serving/ask-texts.ts';
import { faultTexts } from '../../src/ui/serving/fault-texts.ts';
import { servingTexts } from '../../src/ui/serving/serving-texts.ts';
import { shellTexts } from '../../src/ui/shell/shell-texts.ts';
import { type LabPage, openPage } from './open-page.ts';

const MODEL = 'streamflow_churn';

describe('every answer of /predict', () => {
  let lab: LabPage;
  afterEach(() => lab.close());

  it.each(['en', 'fr'] as const)('can be produced and seen from an empty lab (%s)', async (language) => {
    lab = await openPage(inject('appUrl'), { address: '/serving', language });
    const { page } = lab;
    const texts = servingTexts[language];
    const ask = askTexts[language];
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    const send = () => sendRequest(page, ask.send);
    const startAgain = async (field: string, policy: string) => {
      await press(texts.settings);
      await page.getByLabel(field).selectOption(policy);
      await press(texts.startAgain);
      await page.locator('.start-form').waitFor({ state: 'detached' });
    };

    await press(texts.dodata);
    await press(texts.doviews);
    // No Production version, then one that was promoted after the start.
    await press(texts.start);
    await page.getByRole('heading', { name: texts.failed }).waitFor();
    expect(await send()).toEqual(['503', 'not-initialized']);
    await press(texts.domodel);
    await press(texts.doonline);
    expect(await send()).toEqual(['503', 'not-initialized']);
    await press(texts.restartTo('1'));
    await page.getByRole('heading', { name: texts.serves(MODEL, '1') }).waitFor();

    await press(ask.complete);
    expect(await send()).toEqual(['200', 'success']);
    await press(ask.unknown);
    expect(await send()).toEqual(['404', 'unknown-entity']);
    await press(ask.incomplete);
    expect(await send()).toEqual(['422', 'features-missing']);
    await startAgain(texts.onMissing, 'impute');
    expect(await send()).toEqual(['200', 'imputed']);
    await press(ask.outdated);
    expect(await send()).toEqual(['200', 'stale-served']);
    await startAgain(texts.onStale, 'reject');
    expect(await send()).toEqual(['503', 'stale-rejected']);

    // Fresh before the clock moves, stale after, and still so when the page is opened again.
    await press(ask.complete);
    expect(await send()).toEqual(['200', 'success']);
    await forwardTwoMonths(page, shellTexts[language]);
    await page.reload();
    await press(ask.complete);
    expect(await send()).toEqual(['503', 'stale-rejected']);

    await startAgain(texts.onStale, 'warn');
    await page.getByRole('tab', { name: texts.faults }).click();
    await page.getByText(faultTexts[language]['wrong-type']).click();
    await page.getByRole('button', { name: texts.clearFaults }).first().waitFor();
    await page.getByRole('tab', { name: texts.ask }).click();
    expect(await send()).toEqual(['500', 'wrong-type']);
    await press(texts.clearFaults);
    expect(await send()).toEqual(['200', 'stale-served']);
    await press(ask.notJson);
    expect(await send()).toEqual(['422', 'invalid-request']);
    expect(lab.complaints).toEqual([]);
  });
});

/** Sends the request and reads the status code and the outcome of its answer. */
async function sendRequest(page: Page, name: string): Promise<[status: string, outcome: string | null]> {
  await page.evaluate(() => document.querySelector('.response')?.setAttribute('data-before', ''));
  await page.getByRole('button', { name, exact: true }).click();
  await page.locator('.response:not([data-before])').waitFor();
  const line = String(await page.locator('.response strong').textContent());
  const outcome = await page.locator('.ask-response .notice').getAttribute('data-outcome');
  return [/\d{3}/.exec(line.replace('HTTP/1.1', ''))?.[0] ?? line, outcome];
}

async function forwardTwoMonths(page: Page, texts: (typeof shellTexts)['en']): Promise<void> {
  await page.locator('.clock').click();
  const forward = page.getByRole('button', { name: texts.forwardBy(texts.month), exact: true });
  await forward.click();
  await forward.click();
  await page.keyboard.press('Escape');
  await page.locator('.clock-dialog').waitFor({ state: 'detached' });
}
