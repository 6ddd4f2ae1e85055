import type { Page } from 'playwright';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { axeViolations, type LabPage, openPage } from './open-page.ts';

describe('the model registry', () => {
  let lab: LabPage;
  afterEach(() => lab.close());

  it('says where models come from while there is none', async () => {
    lab = await openPage(inject('appUrl'), { address: '/models' });
    await lab.page.getByRole('link', { name: 'Train a model' }).waitFor();
    expect(await axeViolations(lab.page)).toEqual([]);
    expect(lab.complaints).toEqual([]);
  });

  it('promotes with a reason, archives, rolls back, and keeps who was in Production', async () => {
    lab = await openPage(inject('appUrl'), { address: '/serving' });
    const { page } = lab;
    await registerTwoVersions(page);
    await page.goto(`${inject('appUrl')}#/models`);
    const row = (version: number) =>
      page.getByRole('row', { name: new RegExp(`^Version ${version} `) }).first();
    await row(2).getByText('Production').waitFor();
    await row(1).getByText('Archived').waitFor();

    await page.getByRole('button', { name: 'Roll back to version 1' }).click();
    await row(1).getByText('Production').waitFor();
    await row(2).getByText('Archived').waitFor();
    await page.getByText('rollback to version 1').waitFor();

    await page.getByRole('button', { name: 'Move version 2 to another stage' }).click();
    await page.getByRole('heading', { name: 'Against version 1, in Production now' }).waitFor();
    await page.getByText('Both were measured on the same rows.').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Staging' }).check();
    await page.getByLabel('Reason').fill('a second look');
    await page.getByRole('button', { name: 'Move version 2 to Staging' }).click();
    await row(2).getByText('Staging').waitFor();
    await page.getByRole('cell', { name: 'a second look' }).waitFor();
    expect(await page.locator('.visually-hidden[role=status]').textContent()).toBe(
      'Version 2 is now in Staging.',
    );

    await page.reload();
    await row(2).getByText('Staging').waitFor();
    expect(lab.complaints).toEqual([]);
  });

  it('points aliases, resolves URIs, compares, and deletes only when sure', async () => {
    lab = await openPage(inject('appUrl'), { address: '/serving' });
    const { page } = lab;
    await registerTwoVersions(page);
    await page.goto(`${inject('appUrl')}#/models`);
    await page.getByRole('button', { name: 'Set an alias for version 1' }).click();
    await page.getByLabel('Alias name').fill('latest');
    await page.getByRole('button', { name: 'Set the alias' }).click();
    await page.getByRole('alert').getByText('MlflowException').waitFor();
    await page.getByLabel('Alias name').fill('champion');
    await page.getByRole('button', { name: 'Set the alias' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('row', { name: 'models:/streamflow_churn@champion Version 1' }).waitFor();
    await page.getByRole('row', { name: 'models:/streamflow_churn/latest Version 2' }).waitFor();
    await page.getByRole('row', { name: 'models:/streamflow_churn/Staging nothing' }).waitFor();

    await page.getByRole('button', { name: 'Compare version 2' }).click();
    await page.getByRole('heading', { name: 'Version 2 beside version 1' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Version 2 beside version 1' }).waitFor();

    await page.getByRole('button', { name: 'Delete version 2' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Delete version 2' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete version 2' }).click();
    await page.getByRole('row', { name: 'models:/streamflow_churn/latest Version 1' }).waitFor();
    expect(lab.complaints).toEqual([]);
  });

  it('has nothing for axe to find in French and in the dark', async () => {
    lab = await openPage(inject('appUrl'), { address: '/serving', language: 'fr', theme: 'dark' });
    const { page } = lab;
    for (const name of ['Charger StreamFlow', 'Définir les quatre vues du cours', /^Entraîner 50 arbres/]) {
      await page.getByRole('button', { name }).click();
    }
    await page.getByRole('button', { name: /^Matérialiser jusqu/ }).waitFor();
    await page.goto(`${inject('appUrl')}#/models`);
    await page.getByRole('heading', { name: 'Qui était en Production' }).waitFor();
    await page.locator('.chart svg').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(lab.complaints).toEqual([]);
  });
});

/** Version 1, then version 2 in Production, by the buttons of the serving station. */
async function registerTwoVersions(page: Page): Promise<void> {
  for (const name of [
    'Load StreamFlow',
    'Define the course’s four views',
    'Train 50 trees and promote them',
    'Materialize up to the clock',
    'Start the API',
  ]) {
    await page.getByRole('button', { name, exact: true }).click();
  }
  await page.getByRole('heading', { name: 'Serving version 1 of streamflow_churn' }).waitFor();
  await page.getByText('Eight situations to produce and explain').click();
  await page.getByRole('button', { name: 'Train and promote another version' }).click();
  await page.getByText('Version 2 of streamflow_churn is what the URI means now').waitFor();
}
