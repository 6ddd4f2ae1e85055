import type { Page } from 'playwright';
import { courseLesson, takeStep } from '../e2e/lesson-student.ts';
import type { Scene } from './scene.ts';

const { steps } = courseLesson('en/01-orientation.md');

/** Storage, backup, hand-in, review, and what the page says by itself. */
export const classroomScenes: readonly Scene[] = [
  { name: 'empty-storage', address: '/storage', lab: 'empty' },
  { name: 'storage', address: '/storage', lab: 'full' },
  {
    ...{ name: 'storage-restore', address: '/storage', lab: 'full' },
    act: async (page) => {
      const saving = page.waitForEvent('download');
      await page.locator('.page > .section').nth(1).locator('button').click();
      const backup = await (await saving).path();
      const choosing = page.waitForEvent('filechooser');
      await page.locator('.page > .section').nth(2).locator('button').first().click();
      await (await choosing).setFiles({
        ...{ name: 'lab.sfbackup', mimeType: 'application/octet-stream' },
        buffer: await (await import('node:fs/promises')).readFile(backup),
      });
      await page.locator('.page table').waitFor();
    },
  },
  {
    ...{ name: 'storage-delete', address: '/storage', lab: 'full', isWindow: true },
    act: async (page) => {
      await page.locator('button.danger').click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'empty-hand-in', address: '/lessons/hand-in', lab: 'empty' },
  {
    ...{ name: 'hand-in', address: '/lessons/orientation', lab: 'own', waitFor: '.lesson h1' },
    act: async (page, appUrl) => {
      await takeStep(page, steps[0]!);
      await page.goto(`${appUrl}#/lessons/hand-in?lesson=orientation`);
      await page.locator('.hand-in-page input').first().fill('Ada Lovelace');
      await page.waitForTimeout(1500);
    },
  },
  { name: 'empty-review', address: '/review', lab: 'empty' },
  {
    ...{ name: 'review', address: '/lessons/orientation', lab: 'own', waitFor: '.lesson h1' },
    act: async (page, appUrl) => {
      await review(page, appUrl);
    },
  },
  {
    ...{ name: 'review-report', address: '/lessons/orientation', lab: 'own', waitFor: '.lesson h1' },
    act: async (page, appUrl) => {
      await review(page, appUrl);
      await page.locator('.review-table tbody th button').first().click();
      await page.frameLocator('.report-preview').getByRole('heading', { level: 1 }).waitFor();
    },
  },
  {
    ...{ name: 'notice-version', address: '/', lab: 'own', waitFor: '.version-notice', isWindow: true },
    initScript: `
      const worker = { postMessage: () => undefined };
      const registration = { active: worker, waiting: worker, installing: null, addEventListener: () => undefined, update: async () => undefined };
      const container = { controller: worker, addEventListener: () => undefined, register: async () => registration, ready: Promise.resolve(registration) };
      Object.defineProperty(Navigator.prototype, 'serviceWorker', { configurable: true, get: () => container });`,
  },
  {
    ...{ name: 'notice-backup', address: '/data', lab: 'own', waitFor: '.version-notice', isWindow: true },
    initScript: `localStorage.setItem('streamflow-backup', JSON.stringify({ workMs: 2e6, lastWriteAt: 1, remindAtMs: 18e5 }));`,
  },
];

/** Hands in the first step of a lesson and gives it to the review page, with a file that cannot be read. */
async function review(page: Page, appUrl: string): Promise<void> {
  await takeStep(page, steps[0]!);
  await page.goto(`${appUrl}#/lessons/hand-in?lesson=orientation`);
  const files: Buffer[] = [];
  for (const name of ['Ada Lovelace', 'Sofia Kovalevskaïa']) {
    await page.locator('.hand-in-page input').first().fill(name);
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: '.sflab' }).click();
    files.push(await (await import('node:fs/promises')).readFile(await (await saving).path()));
  }
  await page.goto(`${appUrl}#/review`);
  const choosing = page.waitForEvent('filechooser');
  await page.locator('.drop-zone .actions button').first().click();
  await (await choosing).setFiles(
    [...files, files[0]!.subarray(0, -20)].map((buffer, i) => ({
      ...{ name: `student-${i + 1}.sflab`, mimeType: 'application/octet-stream', buffer },
    })),
  );
  await page.locator('tr[data-problem]').waitFor();
}
