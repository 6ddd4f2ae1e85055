import type { Page } from 'playwright';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { axeViolations, type LabPage, type LabPageOptions, openPage } from './open-page.ts';

let opened: LabPage | null = null;

afterEach(async () => {
  await opened?.close();
  opened = null;
});

describe('the station of runs', () => {
  it('goes from an empty lab to a reproduced run, and compares it with two others', async () => {
    const page = await open();
    await trainCourseModel(page);
    await expect.poll(() => page.getByText('0.8211').count()).toBeGreaterThan(0);
    await checkTabs(page);
    await trainAnother(page, 'LogisticRegression');
    await trainAnother(page, 'MLPClassifier');
    expect(await page.getByText(/^Loss went from .* in 20 epochs$/).count()).toBe(1);
    await compareThree(page);
    await findByFilter(page);
    await deleteAndUndo(page);
    expect(opened?.complaints).toEqual([]);
  });

  it('cancels a training and keeps nothing of it', async () => {
    const page = await open();
    await trainCourseModel(page);
    await page.goto(`${inject('appUrl')}#/runs/new?nEstimators=2000&runName=too+long`);
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await page.getByRole('progressbar').waitFor();
    await page.getByText(/Fitting \(trees\): [\d,]+ of 2,000/).waitFor();
    await page.getByRole('button', { name: 'Cancel training' }).click();
    await page.locator('.notice', { hasText: 'Nothing was kept' }).waitFor();
    await page.getByRole('link', { name: 'All runs' }).click();
    await page.getByRole('table').waitFor();
    expect(await page.getByText('too long').count()).toBe(0);
    expect(opened?.complaints).toEqual([]);
  });

  it('says at a field what is wrong with it, and trains nothing until it is right', async () => {
    const page = await open();
    await trainCourseModel(page);
    await page.goto(`${inject('appUrl')}#/runs/new`);
    const trees = page.getByLabel('Trees');
    await trees.fill('0');
    await page.getByText('At least 1.').waitFor();
    expect(await page.getByRole('button', { name: 'Train', exact: true }).isDisabled()).toBe(true);
    await trees.fill('20');
    await page.getByText('nEstimators: 20,').first().waitFor();
    await page.reload();
    await expect.poll(() => page.getByLabel('Trees').inputValue()).toBe('20');
    expect(opened?.complaints).toEqual([]);
  });

  it('is in French from end to end, in the dark, by keyboard', async () => {
    const page = await open({ language: 'fr', theme: 'dark' });
    const train = page.getByRole('button', { name: 'Entraîner le modèle du cours' });
    await train.focus();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Supprimer le run' }).waitFor({ timeout: 120_000 });
    await page.getByRole('tab', { name: 'Scores et réglages' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByText(/^À partir de 0,5\s: /).waitFor();
    await page.getByRole('slider').focus();
    await page.keyboard.press('ArrowLeft');
    await page.getByText(/^À partir de 0,49\s: /).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.reload();
    await page.getByText(/^À partir de 0,49\s: /).waitFor();
    for (const name of ['Courbes et features', 'Fichiers', 'Origine et reçu']) {
      await page.getByRole('tab', { name }).click();
      expect(await axeViolations(page), name).toEqual([]);
    }
    await page.goto(`${inject('appUrl')}#/runs/new`);
    await page.getByRole('button', { name: 'Entraîner', exact: true }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(opened?.complaints).toEqual([]);
  });
});

async function open(options: LabPageOptions = {}): Promise<Page> {
  opened = await openPage(inject('appUrl'), { address: '/runs', ...options });
  return opened.page;
}

async function trainCourseModel(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Train the course’s model' }).click();
  await page.getByRole('heading', { name: 'random forest', exact: true }).waitFor({ timeout: 120_000 });
}

/** Every part of a run's page: its finding is there, and axe has nothing to say. */
async function checkTabs(page: Page): Promise<void> {
  expect(await axeViolations(page), 'overview').toEqual([]);
  await page.getByRole('tab', { name: 'Threshold' }).click();
  await page.getByText(/^From 0.5 on: 46.\d% of the leavers are found/).waitFor();
  await page.getByLabel('Cost of a needless call').fill('2');
  const cheapest = page.getByText(/^Cheapest at 0.\d+: /);
  await cheapest.waitFor();
  await page.getByRole('button', { name: 'Go to the cheapest' }).click();
  await page.getByText(/^From 0.0\d+ on: /).waitFor();
  expect(await axeViolations(page), 'threshold').toEqual([]);
  await page.getByRole('tab', { name: 'Curves and features' }).click();
  await page.getByText('months_active matters most').waitFor();
  await expect.poll(() => page.locator('.chart svg').count()).toBeGreaterThanOrEqual(4);
  expect(await axeViolations(page), 'curves').toEqual([]);
  await page.getByRole('tab', { name: 'Files' }).click();
  await page.getByRole('button', { name: 'Look at feature_schema.json' }).click();
  await page.getByText('"reference": "subs_profile_fv:months_active"').waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download receipt.json' }).click();
  expect((await download).suggestedFilename()).toBe('receipt.json');
  expect(await axeViolations(page), 'files').toEqual([]);
  await page.getByRole('tab', { name: 'Origin and receipt' }).click();
  await expect.poll(() => page.getByText('the same rows').count()).toBe(6);
  await page.getByRole('button', { name: 'Reproduce' }).click();
  await page.locator('.notice', { hasText: 'Equal to the last digit' }).waitFor({ timeout: 120_000 });
  expect(await axeViolations(page), 'origin').toEqual([]);
  await page.getByRole('button', { name: 'Register the model' }).click();
  await page.getByRole('link', { name: 'streamflow_churn 1' }).waitFor();
}

async function trainAnother(page: Page, estimator: string): Promise<void> {
  await page.goto(`${inject('appUrl')}#/runs/new`);
  await page.getByLabel('Estimator', { exact: true }).selectOption(estimator);
  await page.getByText(`new ${estimator}(`).first().waitFor();
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await page.getByRole('button', { name: 'Delete the run' }).waitFor({ timeout: 120_000 });
}

async function compareThree(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'All runs' }).click();
  for (const name of ['random forest', 'logistic regression', 'small network']) {
    await page.getByLabel(`Select ${name}`, { exact: true }).check();
  }
  expect(await axeViolations(page), 'table').toEqual([]);
  await page.getByRole('link', { name: 'Compare 3 runs' }).click();
  await page.getByText('random forest ranks best: ROC AUC 0.821').waitFor();
  await page.getByRole('heading', { name: '12 settings differ' }).waitFor();
  expect(await axeViolations(page), 'compare').toEqual([]);
  await page.goBack();
  await page.getByRole('link', { name: 'Compare 3 runs' }).waitFor();
}

async function findByFilter(page: Page): Promise<void> {
  await page.getByLabel('MLflow filter').fill('metrics.auc >');
  await page.getByRole('button', { name: 'Apply the filter' }).click();
  await page.getByText("invalid filter 'metrics.auc >'").waitFor();
  await page.getByLabel('MLflow filter').fill("params.estimator = 'RandomForestClassifier'");
  await page.getByRole('button', { name: 'Apply the filter' }).click();
  await page.getByText('2 runs', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Sort by auc' }).click();
  await expect.poll(() => page.locator('th[aria-sort=descending]').count()).toBe(1);
}

async function deleteAndUndo(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'random forest', exact: true }).click();
  await page.getByRole('button', { name: 'Delete the run' }).click();
  await page.getByText('This run is deleted').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Delete the run' }).click();
  await page.getByText('This run is deleted').waitFor();
  await page.getByRole('link', { name: 'All runs' }).click();
  await page.getByRole('combobox', { name: /^Shown/ }).selectOption('deleted');
  await page.getByText('1 run', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'random forest', exact: true }).click();
  await page.getByRole('button', { name: 'Restore the run' }).click();
  await page.getByRole('button', { name: 'Delete the run' }).waitFor();
}
