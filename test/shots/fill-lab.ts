import type { Page } from 'playwright';
import { sampleNotebook } from '../e2e/sample-notebook.ts';
import { storeNotebook } from '../e2e/store-notebook.ts';

const TRAINING_MS = 180_000;

/** Fills the lab by the page's own buttons, so that pictures show real data: months, two versions, three runs, requests. */
export async function fillLab(page: Page, appUrl: string): Promise<void> {
  await page.goto(`${appUrl}#/notebook`);
  await page.locator('.empty').waitFor();
  await storeNotebook(page, sampleNotebook());
  await page.goto(`${appUrl}#/serving`);
  for (let step = 0; step < 4; step++) {
    const button = page.locator('.preparation button');
    const name = String(await button.textContent());
    await button.click();
    await page
      .getByRole('button', { name, exact: true })
      .waitFor({ state: 'detached', timeout: TRAINING_MS });
    await page.locator('.preparation .progress').waitFor({ state: 'detached' });
  }
  await page.locator('.start-form button[type=submit]').click();
  await page.locator('.api-card[data-state=running]').waitFor();
  await page.locator('.ask-request button[type=submit]').click();
  await page.locator('.response').waitFor();
  // The first has no receipt of a form; these two have, and a list of one run shows little.
  for (const estimator of ['LogisticRegression', 'MLPClassifier']) {
    await page.goto(`${appUrl}#/runs/new?estimator=${estimator}`);
    await page.locator('.run-form button[type=submit]:enabled').click();
    await page.locator('.run-register').waitFor({ timeout: TRAINING_MS });
  }
  await page.locator('.run-register button').click();
  await page.locator('.run-register').waitFor({ state: 'detached' });
  await page.close();
}
