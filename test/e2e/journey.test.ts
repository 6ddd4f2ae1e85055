import type { Page } from 'playwright';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { type LabPage, openPage } from './open-page.ts';

/** What the buttons and links of the route are called. */
const ROUTE = {
  en: {
    load: 'Load StreamFlow',
    toFeatures: 'Define the feature views',
    define: 'Define the course’s four views',
    toRuns: 'Train a first model',
    map: 'Map',
    train: 'Train the course’s model',
    register: 'Register the model',
    toModels: 'Promote a version to Production',
    move: 'Move version 1 to another stage',
    reason: 'Reason',
    promote: 'Move version 1 to Production',
    toServing: 'Materialize the online store',
    materialize: 'Materialize up to the clock',
    start: 'Start the API',
    send: 'Send',
  },
  fr: {
    load: 'Charger StreamFlow',
    toFeatures: 'Définir les feature views',
    define: 'Définir les quatre vues du cours',
    toRuns: 'Entraîner un premier modèle',
    map: 'Carte',
    train: 'Entraîner le modèle du cours',
    register: 'Enregistrer le modèle',
    toModels: 'Promouvoir une version en Production',
    move: 'Déplacer la version 1 vers un autre stage',
    reason: 'Raison',
    promote: 'Déplacer la version 1 vers Production',
    toServing: 'Matérialiser l’online store',
    materialize: 'Matérialiser jusqu’à l’horloge',
    start: 'Démarrer l’API',
    send: 'Envoyer',
  },
} as const;

describe('the whole route through the stations', () => {
  let lab: LabPage;
  afterEach(() => lab.close());

  it.each(['en', 'fr'] as const)(
    'leads from an empty lab to a prediction by keyboard alone (%s)',
    async (language) => {
      lab = await openPage(inject('appUrl'), { language });
      const { page } = lab;
      const names = ROUTE[language];

      await pressByKeyboard(page, names.load);
      await pressByKeyboard(page, names.toFeatures);
      await pressByKeyboard(page, names.define);
      await page.getByText('subs_profile_fv').first().waitFor();
      await page.reload();
      await page.getByText('subs_profile_fv').first().waitFor();
      await pressByKeyboard(page, names.map);
      await pressByKeyboard(page, names.toRuns);
      await pressByKeyboard(page, names.train);
      await pressByKeyboard(page, names.register, 120_000);
      await page.getByText('streamflow_churn').first().waitFor();
      await page.reload();
      await pressByKeyboard(page, names.map);
      await pressByKeyboard(page, names.toModels);
      await pressByKeyboard(page, names.move);
      await page.getByLabel(names.reason).waitFor();
      await tabTo(page, names.reason);
      await page.keyboard.type('the first model of the course');
      await pressByKeyboard(page, names.promote);
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await pressByKeyboard(page, names.map);
      await pressByKeyboard(page, names.toServing);
      await pressByKeyboard(page, names.materialize);
      await pressByKeyboard(page, names.start);
      await page.locator('.api-card[data-state=running]').waitFor();
      await pressByKeyboard(page, names.send);
      expect(await page.locator('.response strong').textContent()).toContain('200 OK');
      expect(lab.complaints).toEqual([]);
    },
  );
});

/** Waits for the button or link of this name, walks to it by Tab and presses Enter. */
async function pressByKeyboard(page: Page, name: string, timeout = 30_000): Promise<void> {
  const control = page
    .getByRole('button', { name, exact: true })
    .or(page.getByRole('link', { name, exact: true }));
  await control.first().waitFor({ timeout });
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

/** Presses Tab until the focus is on the control of this name, as its label, its text or its field's label. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let steps = 0; steps < 150; steps++) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null;
      const label = element?.labels?.[0]?.querySelector('span')?.textContent;
      return (element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '').trim();
    });
    if (focused === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to '${name}'`);
}
